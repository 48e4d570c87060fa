"""Articles of a crawl: WARC archives, or Parquet of HTML, to Parquet of articles, on as many machines as Ray has."""

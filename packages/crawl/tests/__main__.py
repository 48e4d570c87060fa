"""python3 -m tests: all tests, a line each, and a closing line in cargo's words, so that build.sh reads one form."""

import sys
import unittest

suite = unittest.defaultTestLoader.discover("tests", top_level_dir=".")
result = unittest.TextTestRunner(stream=sys.stdout, verbosity=2).run(suite)
failed = len(result.failures) + len(result.errors) + len(result.unexpectedSuccesses)
skipped = len(result.skipped)
print(f"test result: {result.testsRun - failed - skipped} passed; {failed} failed; {skipped} skipped")
sys.exit(1 if failed else 0)

//! Words in headings of a product's page that begin what is no part of the product.

use super::Words;

/// How it is sent and taken back, what others say of it, what else there is to buy: single words, or two or three in a
/// row, folded. "Delivery" is also what a product does, so no heading that asks or tells at length is looked at.
/// The English ones stand in headings of shops' pages; the others are what shops say for them, from memory.
pub static BESIDE_OFFER: Words = Words::new(
    // English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Russian; then Japanese, Chinese and Korean.
    "shipping|delivery|returns|return policy|refunds|disclaimer|testimonials|customers say|customer reviews|\
     customers also|also like|also bought|also viewed|similar products|similar items|related products|related items|\
     recommended products|recently viewed|frequently bought|add ons|pairs with|pairs well|complete the look|more from|\
     favorable review|critical review|\
     versand|lieferung|rückgabe|rücksendung|kundenbewertungen|kundenmeinungen|ähnliche produkte|ähnliche artikel|\
     kunden kauften|zuletzt angesehen|wird oft|dazu passt|\
     livraison|expédition|retours|remboursements|avis clients|avis des|produits similaires|vous aimerez|\
     souvent achetés|récemment consultés|\
     envío|envíos|devoluciones|entrega|opiniones de|productos similares|productos relacionados|también te|\
     vistos recientemente|\
     spedizione|spedizioni|consegna|resi|recensioni dei|prodotti simili|prodotti correlati|potrebbe piacerti|\
     envio|devoluções|avaliações de|produtos relacionados|produtos semelhantes|\
     verzending|bezorging|retourneren|retouren|klantbeoordelingen|vergelijkbare producten|\
     wysyłka|dostawa|zwroty|opinie klientów|podobne produkty|\
     доставка|возврат|отзывы|отзывы покупателей|похожие товары|с этим|\
     配送|送料|返品|レビュー|関連商品|退换货|物流配送|相关商品|배송|반품|상품평",
);

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dom::text::fold;

    #[test]
    fn words_are_folded_and_each_stands_once() {
        let rows: Vec<&str> = BESIDE_OFFER.rows().collect();
        assert!(rows.iter().all(|row| *row == fold(row) && (1..=3).contains(&row.split(' ').count())));
        let once: std::collections::BTreeSet<&str> = rows.iter().copied().collect();
        assert_eq!(once.len(), rows.len());
    }
}

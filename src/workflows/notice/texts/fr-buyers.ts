import type { BuyerTexts } from "./words"

/** What buyers are told. */
export const frBuyers: BuyerTexts = {
  "purchase-confirmed": {
    subject: "Merci pour votre achat #{order}",
    lines: [
      "Nous avons reçu votre achat #{order}. Le total est de {amount}.",
      "Chaque boutique expédie séparément : {sellers}.",
    ],
  },
  "order-shipped": {
    subject: "La commande #{order} est en route",
    lines: [
      "{seller} a expédié des articles de la commande #{order}.",
      "Numéro de suivi : {tracking}",
    ],
  },
  "order-delivered": {
    subject: "La commande #{order} est livrée",
    lines: ["Des articles de la commande #{order} de {seller} ont été livrés."],
  },
  "purchase-canceled": {
    subject: "La commande #{order} est annulée",
    lines: [
      "Votre commande #{order} de {amount} est annulée. Ce que vous avez payé vous est rendu.",
    ],
  },
  "purchase-refunded": {
    subject: "Votre remboursement de la commande #{order}",
    lines: ["{amount} de la commande #{order} vous sont rendus."],
  },
  "return-accepted": {
    subject: "Votre retour de la commande #{order} est accepté",
    lines: [
      "Vous pouvez renvoyer des articles de la commande #{order}.",
      "Note : {reason}",
    ],
  },
  "return-declined": {
    subject: "Votre retour de la commande #{order} est refusé",
    lines: [
      "{seller} a refusé le retour de la commande #{order}.",
      "Motif : {reason}",
      "Vous pouvez demander à la place de marché de trancher.",
    ],
  },
  "return-rejected": {
    subject: "Votre retour de la commande #{order} n'est pas accepté",
    lines: [
      "La place de marché n'a pas accepté le retour de la commande #{order}.",
      "Motif : {reason}",
    ],
  },
  "review-answered": {
    subject: "{seller} a répondu à votre avis",
    lines: ["{seller} vous écrit :", "« {answer} »"],
  },
}

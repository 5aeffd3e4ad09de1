import type { WorkTexts } from "./words"

export const fr: WorkTexts = {
  "application-received": {
    subject: "Nous avons reçu votre demande pour {seller}",
    lines: [
      "Merci : l'équipe de la place de marché examine {seller}.",
      "Vous aurez de nos nouvelles dès la décision.",
    ],
  },
  "application-new": {
    subject: "Nouvelle demande : {seller}",
    lines: [
      "{seller} souhaite vendre sur la place de marché et attend votre décision.",
    ],
  },
  "seller-accepted": {
    subject: "{seller} est ouverte",
    lines: [
      "Votre demande est acceptée : {seller} peut vendre dès maintenant.",
    ],
    action: "Ouvrir le tableau de bord",
  },
  "seller-rejected": {
    subject: "Votre demande pour {seller} n'a pas été acceptée",
    lines: [
      "Nous ne pouvons pas accepter {seller} pour le moment.",
      "Motif : {reason}",
      "Vous pouvez déposer une nouvelle demande.",
    ],
  },
  "seller-suspended": {
    subject: "{seller} est suspendue",
    lines: [
      "{seller} n'apparaît plus en boutique pour l'instant. Merci d'honorer les commandes en cours.",
      "Motif : {reason}",
    ],
  },
  "seller-reactivated": {
    subject: "{seller} est de retour",
    lines: [
      "{seller} vend de nouveau : ses produits sont en boutique comme avant.",
    ],
    action: "Ouvrir le tableau de bord",
  },
  "seller-invitation": {
    subject: "Vendez sur notre place de marché",
    lines: [
      "Nous vous invitons à ouvrir une boutique sur notre place de marché. Déposez votre demande par le lien.",
    ],
    action: "Déposer une demande",
  },
  "seller-member-invite": {
    subject: "{seller_name} vous invite dans son équipe",
    lines: [
      "Vous êtes invité à rejoindre {seller_name}. Le lien est personnel et valable peu de temps.",
    ],
    action: "Rejoindre l'équipe",
  },
  "member-joined": {
    subject: "{member} a rejoint {seller}",
    lines: [
      "{member} a accepté l'invitation et fait désormais partie de l'équipe de {seller}.",
    ],
  },
  "member-removed": {
    subject: "{member} a quitté {seller}",
    lines: ["{member} ne fait plus partie de l'équipe de {seller}."],
  },
  "request-new": {
    subject: "Nouvelle demande : {request}",
    lines: ["« {request} » attend votre décision.", "De : {seller}"],
  },
  "request-escalated": {
    subject: "Remontée : {request}",
    lines: [
      "« {request} » a été remontée et attend votre décision.",
      "De : {seller}",
    ],
  },
  "request-accepted": {
    subject: "Acceptée : {request}",
    lines: ["Votre demande « {request} » est acceptée.", "Note : {reason}"],
  },
  "request-rejected": {
    subject: "Refusée : {request}",
    lines: [
      "Votre demande « {request} » n'a pas été acceptée.",
      "Motif : {reason}",
    ],
  },
  "order-new": {
    subject: "Nouvelle commande #{order}",
    lines: ["{seller} a une nouvelle commande #{order} de {amount}."],
    action: "Voir la commande",
  },
  "order-canceled": {
    subject: "Commande #{order} annulée",
    lines: [
      "La commande #{order} de {amount} est annulée. Merci de ne pas l'expédier.",
    ],
    action: "Voir la commande",
  },
  "return-requested": {
    subject: "Retour pour la commande #{order}",
    lines: ["L'acheteur de la commande #{order} renvoie des articles."],
    action: "Voir la commande",
  },
  "return-received": {
    subject: "Le retour de la commande #{order} est arrivé",
    lines: ["Des articles de la commande #{order} sont revenus."],
    action: "Voir la commande",
  },
  "refund-booked": {
    subject: "Remboursement de la commande #{order}",
    lines: ["{amount} de la commande #{order} ont été rendus à l'acheteur."],
    action: "Voir la commande",
  },
  "payout-paid": {
    subject: "Versement de {amount}",
    lines: ["{amount} sont en route vers le compte de {seller}."],
  },
  "payout-failed": {
    subject: "Un versement de {amount} a échoué",
    lines: [
      "Nous n'avons pas pu verser {amount} à {seller}. La somme est de nouveau disponible ; vérifiez le compte de versement.",
      "Motif : {reason}",
    ],
  },
  "payout-failed-operator": {
    subject: "Échec du versement à {seller}",
    lines: [
      "Un versement de {amount} à {seller} a échoué.",
      "Motif : {reason}",
    ],
  },
  "payout-returned": {
    subject: "Un versement de {amount} est revenu",
    lines: [
      "La banque a retourné {amount}. La somme est de nouveau disponible ; vérifiez le compte de versement.",
      "Motif : {reason}",
    ],
  },
  "payout-account-changed": {
    subject: "Le compte de versement de {seller} a changé",
    lines: [
      "Les versements à {seller} iront désormais sur un autre compte, ou sur aucun.",
      "Si ce n'est ni vous ni votre équipe, prévenez tout de suite la place de marché. Rien n'est versé pendant quelques jours.",
    ],
  },
  "payout-account-status": {
    subject: "Du nouveau pour le compte de versement de {seller}",
    lines: [
      "Le compte de versement de {seller} est maintenant : {state}.",
      "Le tableau de bord dit ce qui manque encore.",
    ],
  },
  "statement-issued": {
    subject: "Relevé {number} de {seller}",
    lines: ["Le relevé {number} de {seller} pour {period} est prêt."],
  },
  "password-reset": {
    subject: "Choisissez un nouveau mot de passe",
    lines: [
      "Quelqu'un, sans doute vous, a demandé un nouveau mot de passe. Sinon, ignorez ce message : rien n'a changé.",
    ],
    action: "Nouveau mot de passe",
  },
  digest: {
    subject: "Votre journée chez {seller}",
    lines: ["Voici ce qui s'est passé chez {seller} :"],
  },
  "seller-terminated": {
    subject: "{seller} est fermée",
    lines: [
      "{seller} a quitté définitivement la place de marché. Ce qu'elle a gagné sera encore versé.",
      "Motif : {reason}",
    ],
  },
  "owner-changed": {
    subject: "{seller} change de propriétaire",
    lines: ["{seller} appartient désormais à {member}."],
  },
  "member-invited": {
    subject: "Invitation à {seller} pour {member}",
    lines: [
      "Une invitation à rejoindre l'équipe de {seller} a été envoyée à {member}.",
      "Si elle ne vient d'aucun de vous, retirez-la dans le tableau de bord.",
    ],
  },
  "return-asked": {
    subject: "Commande #{order} : un retour est demandé",
    lines: [
      "L'acheteur de la commande #{order} souhaite renvoyer des articles. Merci d'accepter ou de refuser.",
      "Note : {note}",
    ],
    action: "Voir la commande",
  },
  "return-escalated": {
    subject: "Commande #{order} : le retour est remonté",
    lines: [
      "L'acheteur de la commande #{order} chez {seller} demande à la place de marché de trancher sur le retour.",
      "Motif de la boutique : {reason}",
    ],
  },
  "return-withdrawn": {
    subject: "Commande #{order} : retour annulé",
    lines: [
      "L'acheteur de la commande #{order} ne souhaite plus rien renvoyer.",
    ],
    action: "Voir la commande",
  },
  "return-refused": {
    subject: "Commande #{order} : retour refusé",
    lines: [
      "La place de marché a refusé le retour de la commande #{order}.",
      "Motif : {reason}",
    ],
    action: "Voir la commande",
  },
  "review-new": {
    subject: "Nouvel avis : {rating} sur 5",
    lines: ["{seller} a reçu la note de {rating} sur 5.", "« {note} »"],
  },
  "stock-low": {
    subject: "Bientôt épuisé : {item}",
    lines: [
      "Dans l'un de ses dépôts, {seller} n'a plus que {available} unités de {item}.",
    ],
  },
  "dispute-opened": {
    subject: "Litige sur la commande #{order}",
    lines: [
      "L'acheteur conteste {amount} de la commande #{order}. La somme est retenue jusqu'à la décision.",
      "Motif : {reason}",
    ],
    action: "Voir la commande",
  },
  "dispute-new": {
    subject: "Litige sur la commande #{order}",
    lines: [
      "L'acheteur conteste {amount} de la commande #{order}.",
      "Boutique : {seller}",
      "Motif : {reason}",
    ],
  },
  "dispute-won": {
    subject: "Litige sur la commande #{order} gagné",
    lines: [
      "Le litige est gagné : {amount} de la commande #{order} sont de retour.",
    ],
    action: "Voir la commande",
  },
  "dispute-lost": {
    subject: "Litige sur la commande #{order} perdu",
    lines: [
      "Le litige est perdu : {amount} de la commande #{order} restent à l'acheteur.",
    ],
    action: "Voir la commande",
  },
  "payout-hold": {
    subject: "Les versements à {seller} sont suspendus",
    lines: [
      "Rien n'est versé à {seller} jusqu'au {until}.",
      "Motif : {reason}",
    ],
  },
  "payout-hold-ended": {
    subject: "Les versements à {seller} reprennent",
    lines: ["Les versements à {seller} se font de nouveau comme d'habitude."],
  },
  "floor-reached": {
    subject: "{seller} doit plus que permis",
    lines: [
      "Le solde de {seller} est de {amount}. Rien n'est versé tant qu'il n'est pas rétabli.",
    ],
  },
  "invariant-violated": {
    subject: "Le contrôle {check} a trouvé quelque chose",
    lines: [
      "Le contrôle {check} a trouvé {count} lignes fausses. Merci de vérifier l'état de la place de marché.",
    ],
  },
  "email-verification": {
    subject: "Confirmez votre adresse e-mail",
    lines: [
      "Votre code : {code}",
      "Si vous ne l'avez pas demandé, ignorez ce message.",
    ],
  },
}

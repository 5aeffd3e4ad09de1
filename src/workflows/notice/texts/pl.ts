import type { Texts } from "./words"

export const pl: Texts = {
  "application-received": {
    subject: "Otrzymaliśmy zgłoszenie sklepu {seller}",
    lines: [
      "Dziękujemy: zespół platformy rozpatruje zgłoszenie {seller}.",
      "Damy znać, gdy zapadnie decyzja.",
    ],
  },
  "application-new": {
    subject: "Nowe zgłoszenie: {seller}",
    lines: ["{seller} chce sprzedawać na platformie i czeka na decyzję."],
  },
  "seller-accepted": {
    subject: "{seller} może sprzedawać",
    lines: ["Zgłoszenie zostało przyjęte: {seller} może od teraz sprzedawać."],
    action: "Otwórz panel",
  },
  "seller-rejected": {
    subject: "Zgłoszenie {seller} nie zostało przyjęte",
    lines: [
      "Obecnie nie możemy przyjąć sklepu {seller}.",
      "Powód: {reason}",
      "Można zgłosić się ponownie.",
    ],
  },
  "seller-suspended": {
    subject: "{seller} jest zawieszony",
    lines: [
      "{seller} nie jest teraz widoczny w sklepie. Prosimy zrealizować otwarte zamówienia.",
      "Powód: {reason}",
    ],
  },
  "seller-reactivated": {
    subject: "{seller} znów działa",
    lines: ["{seller} znów sprzedaje: produkty są w sklepie jak dawniej."],
    action: "Otwórz panel",
  },
  "seller-invitation": {
    subject: "Sprzedawaj na naszej platformie",
    lines: [
      "Zapraszamy do otwarcia sklepu na naszej platformie. Zgłoszenie przyjmujemy pod linkiem poniżej.",
    ],
    action: "Zgłoś się",
  },
  "seller-member-invite": {
    subject: "{seller_name} zaprasza do zespołu",
    lines: [
      "Zaproszenie do pracy w {seller_name}. Link jest osobisty i ważny krótko.",
    ],
    action: "Dołącz do zespołu",
  },
  "member-joined": {
    subject: "{member} dołącza do {seller}",
    lines: ["Zaproszenie przyjęte: {member} należy teraz do zespołu {seller}."],
  },
  "member-removed": {
    subject: "{member} opuszcza {seller}",
    lines: ["{member} nie należy już do zespołu {seller}."],
  },
  "request-new": {
    subject: "Nowy wniosek: {request}",
    lines: ["„{request}” czeka na decyzję.", "Od: {seller}"],
  },
  "request-escalated": {
    subject: "Przekazano wyżej: {request}",
    lines: ["„{request}” przekazano wyżej i czeka na decyzję.", "Od: {seller}"],
  },
  "request-accepted": {
    subject: "Przyjęto: {request}",
    lines: ["Wniosek „{request}” został przyjęty.", "Uwaga: {reason}"],
  },
  "request-rejected": {
    subject: "Nie przyjęto: {request}",
    lines: ["Wniosek „{request}” nie został przyjęty.", "Powód: {reason}"],
  },
  "order-new": {
    subject: "Nowe zamówienie #{order}",
    lines: ["{seller} ma nowe zamówienie #{order} na kwotę {amount}."],
    action: "Zobacz zamówienie",
  },
  "order-canceled": {
    subject: "Zamówienie #{order} anulowano",
    lines: [
      "Zamówienie #{order} na kwotę {amount} anulowano. Prosimy go nie wysyłać.",
    ],
    action: "Zobacz zamówienie",
  },
  "return-requested": {
    subject: "Zwrot do zamówienia #{order}",
    lines: ["Kupujący odsyła towar z zamówienia #{order}."],
    action: "Zobacz zamówienie",
  },
  "return-received": {
    subject: "Zwrot do zamówienia #{order} dotarł",
    lines: ["Towar z zamówienia #{order} wrócił."],
    action: "Zobacz zamówienie",
  },
  "refund-booked": {
    subject: "Zwrot pieniędzy do zamówienia #{order}",
    lines: ["{amount} z zamówienia #{order} wróciło do kupującego."],
    action: "Zobacz zamówienie",
  },
  "payout-paid": {
    subject: "Wypłata {amount}",
    lines: ["{amount} jest w drodze na konto {seller}."],
  },
  "payout-failed": {
    subject: "Wypłata {amount} nie powiodła się",
    lines: [
      "Nie udało się wypłacić {amount} sklepowi {seller}. Środki są znów dostępne; prosimy sprawdzić konto do wypłat.",
      "Powód: {reason}",
    ],
  },
  "payout-failed-operator": {
    subject: "Wypłata dla {seller} nie powiodła się",
    lines: [
      "Wypłata {amount} dla {seller} nie powiodła się.",
      "Powód: {reason}",
    ],
  },
  "payout-returned": {
    subject: "Wypłata {amount} wróciła",
    lines: [
      "Bank zwrócił {amount}. Środki są znów dostępne; prosimy sprawdzić konto do wypłat.",
      "Powód: {reason}",
    ],
  },
  "payout-account-changed": {
    subject: "Zmieniono konto do wypłat sklepu {seller}",
    lines: [
      "Wypłaty dla {seller} trafią od teraz na inne konto albo na żadne.",
      "Jeśli to nie Ty ani Twój zespół, zgłoś to platformie od razu. Przez kilka dni nic nie wypłacimy.",
    ],
  },
  "payout-account-status": {
    subject: "Wieści o koncie do wypłat sklepu {seller}",
    lines: [
      "Stan konta do wypłat sklepu {seller}: {state}.",
      "W panelu widać, czego jeszcze potrzeba.",
    ],
  },
  "statement-issued": {
    subject: "Rozliczenie {number} sklepu {seller}",
    lines: ["Rozliczenie {number} sklepu {seller} za {period} jest gotowe."],
  },
  "purchase-confirmed": {
    subject: "Dziękujemy za zakupy #{order}",
    lines: [
      "Otrzymaliśmy zakupy #{order}. Suma: {amount}.",
      "Każdy sklep wysyła osobno: {sellers}.",
    ],
  },
  "order-shipped": {
    subject: "Zamówienie #{order} jest w drodze",
    lines: [
      "{seller} wysłał towar z zamówienia #{order}.",
      "Numer przesyłki: {tracking}",
    ],
  },
  "order-delivered": {
    subject: "Zamówienie #{order} doręczono",
    lines: ["Towar z zamówienia #{order} ze sklepu {seller} doręczono."],
  },
  "purchase-canceled": {
    subject: "Zamówienie #{order} anulowano",
    lines: [
      "Zamówienie #{order} na kwotę {amount} anulowano. Zapłacona kwota zostanie zwrócona.",
    ],
  },
  "purchase-refunded": {
    subject: "Zwrot pieniędzy za zamówienie #{order}",
    lines: ["{amount} za zamówienie #{order} wraca do kupującego."],
  },
  "password-reset": {
    subject: "Ustaw nowe hasło",
    lines: [
      "Ktoś poprosił o nowe hasło. Jeśli to nie Ty, zignoruj tę wiadomość: nic się nie zmieniło.",
    ],
    action: "Ustaw nowe hasło",
  },
  digest: {
    subject: "Dzień w {seller}",
    lines: ["Oto co się wydarzyło w {seller}:"],
  },
}

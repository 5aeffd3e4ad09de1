import type { WorkTexts } from "./words"

export const pl: WorkTexts = {
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
    subject: "Sklep {seller} jest zawieszony",
    lines: [
      "Sklep {seller} nie jest teraz widoczny w sklepie. Prosimy zrealizować otwarte zamówienia.",
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
    lines: ["Kwota {amount} jest w drodze na konto sklepu {seller}."],
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
  "seller-terminated": {
    subject: "Sklep {seller} jest zamknięty",
    lines: [
      "Sklep {seller} na stałe opuścił platformę. To, co zarobił, zostanie jeszcze wypłacone.",
      "Powód: {reason}",
    ],
  },
  "owner-changed": {
    subject: "Sklep {seller} ma nowego właściciela",
    lines: ["Właścicielem sklepu {seller} jest od teraz: {member}."],
  },
  "member-invited": {
    subject: "{member} – zaproszenie do {seller}",
    lines: [
      "Wysłano zaproszenie do zespołu {seller}: {member}.",
      "Jeśli nie zrobił tego nikt z Was, wycofaj zaproszenie w panelu.",
    ],
  },
  "return-asked": {
    subject: "Zamówienie #{order}: prośba o zwrot",
    lines: [
      "Kupujący z zamówienia #{order} chce odesłać towar. Prosimy przyjąć lub odrzucić zwrot.",
      "Uwaga: {note}",
    ],
    action: "Zobacz zamówienie",
  },
  "return-escalated": {
    subject: "Zamówienie #{order}: zwrot przekazano wyżej",
    lines: [
      "Kupujący z zamówienia #{order} w sklepie {seller} prosi platformę o decyzję w sprawie zwrotu.",
      "Uzasadnienie sklepu: {reason}",
    ],
  },
  "return-withdrawn": {
    subject: "Zamówienie #{order}: zwrot wycofano",
    lines: ["Kupujący z zamówienia #{order} nie chce już odsyłać towaru."],
    action: "Zobacz zamówienie",
  },
  "return-refused": {
    subject: "Zamówienie #{order}: zwrot odrzucono",
    lines: [
      "Platforma odrzuciła zwrot do zamówienia #{order}.",
      "Powód: {reason}",
    ],
    action: "Zobacz zamówienie",
  },
  "review-new": {
    subject: "Nowa opinia: {rating} na 5",
    lines: ["Sklep {seller} otrzymał opinię: {rating} na 5.", "„{note}”"],
  },
  "stock-low": {
    subject: "Kończy się: {item}",
    lines: [
      "W jednym z magazynów sklepu {seller} pozostało sztuk: {available} ({item}).",
    ],
  },
  "dispute-opened": {
    subject: "Spór o zamówienie #{order}",
    lines: [
      "Kupujący kwestionuje {amount} z zamówienia #{order}. Kwota jest wstrzymana do czasu rozstrzygnięcia.",
      "Powód: {reason}",
    ],
    action: "Zobacz zamówienie",
  },
  "dispute-new": {
    subject: "Spór o zamówienie #{order}",
    lines: [
      "Kupujący kwestionuje {amount} z zamówienia #{order}.",
      "Sklep: {seller}",
      "Powód: {reason}",
    ],
  },
  "dispute-won": {
    subject: "Spór o zamówienie #{order} wygrany",
    lines: ["Spór jest wygrany: kwota {amount} z zamówienia #{order} wróciła."],
    action: "Zobacz zamówienie",
  },
  "dispute-lost": {
    subject: "Spór o zamówienie #{order} przegrany",
    lines: [
      "Spór jest przegrany: kwota {amount} z zamówienia #{order} zostaje u kupującego.",
    ],
    action: "Zobacz zamówienie",
  },
  "payout-hold": {
    subject: "Wypłaty dla {seller} są wstrzymane",
    lines: [
      "Do {until} nic nie zostanie wypłacone sklepowi {seller}.",
      "Powód: {reason}",
    ],
  },
  "payout-hold-ended": {
    subject: "Wypłaty dla {seller} znów działają",
    lines: ["Wypłaty dla {seller} odbywają się znów jak zwykle."],
  },
  "floor-reached": {
    subject: "Sklep {seller} ma zbyt duży dług",
    lines: [
      "Saldo sklepu {seller} wynosi {amount}. Do czasu poprawy nic nie zostanie wypłacone.",
    ],
  },
  "invariant-violated": {
    subject: "Kontrola {check} coś znalazła",
    lines: [
      "Kontrola {check} znalazła błędne wiersze: {count}. Prosimy sprawdzić stan platformy.",
    ],
  },
  "email-verification": {
    subject: "Potwierdź swój adres e-mail",
    lines: [
      "Twój kod: {code}",
      "Jeśli to nie Twoja prośba, zignoruj tę wiadomość.",
    ],
  },
}

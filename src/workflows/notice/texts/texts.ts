import type { NoticeLocale } from "../../../modules/notice/types"
import { de } from "./de"
import { deBuyers } from "./de-buyers"
import { en } from "./en"
import { enBuyers } from "./en-buyers"
import { es } from "./es"
import { esBuyers } from "./es-buyers"
import { fr } from "./fr"
import { frBuyers } from "./fr-buyers"
import { papers } from "./papers"
import { pl } from "./pl"
import { plBuyers } from "./pl-buyers"
import type { Texts } from "./words"

/** Every text in every language. */
export const texts: Record<NoticeLocale, Texts> = {
  en: {
    words: { ...en, ...enBuyers, ...papers.en.words },
    documents: papers.en.names,
    states: {
      pending: "pending",
      active: "active",
      restricted: "restricted",
      disabled: "disabled",
    },
  },
  de: {
    words: { ...de, ...deBuyers, ...papers.de.words },
    documents: papers.de.names,
    states: {
      pending: "in Prüfung",
      active: "aktiv",
      restricted: "eingeschränkt",
      disabled: "abgeschaltet",
    },
  },
  pl: {
    words: { ...pl, ...plBuyers, ...papers.pl.words },
    documents: papers.pl.names,
    states: {
      pending: "w trakcie sprawdzania",
      active: "aktywne",
      restricted: "ograniczone",
      disabled: "wyłączone",
    },
  },
  es: {
    words: { ...es, ...esBuyers, ...papers.es.words },
    documents: papers.es.names,
    states: {
      pending: "en revisión",
      active: "activa",
      restricted: "restringida",
      disabled: "desactivada",
    },
  },
  fr: {
    words: { ...fr, ...frBuyers, ...papers.fr.words },
    documents: papers.fr.names,
    states: {
      pending: "en cours de vérification",
      active: "actif",
      restricted: "restreint",
      disabled: "désactivé",
    },
  },
}

import type { NoticeLocale } from "../../../modules/notice/types"
import type { DocumentTexts, Texts } from "./words"

type Papers = { words: DocumentTexts; names: Texts["documents"] }

/** What is said of documents that sellers handed in, and how they are called. */
export const papers: Record<NoticeLocale, Papers> = {
  en: {
    words: {
      "document-expiring": {
        subject: "{seller}: {document} expires on {until}",
        lines: [
          "The document that {seller} handed in ({document}) is good until {until}.",
          "Please hand in a new one before that day.",
        ],
      },
      "document-expired": {
        subject: "{seller}: {document} has expired",
        lines: [
          "The document that {seller} handed in ({document}) was good until {until}.",
          "Please hand in a new one.",
        ],
      },
    },
    names: {
      identity: "proof of identity",
      registration: "extract from the company register",
      tax: "tax certificate",
      bank: "proof of the bank account",
      certificate: "certificate",
      other: "document",
    },
  },
  de: {
    words: {
      "document-expiring": {
        subject: "{seller}: {document} läuft am {until} ab",
        lines: [
          "Das Dokument von {seller} ({document}) gilt bis {until}.",
          "Bitte reichen Sie vorher ein neues ein.",
        ],
      },
      "document-expired": {
        subject: "{seller}: {document} ist abgelaufen",
        lines: [
          "Das Dokument von {seller} ({document}) galt bis {until}.",
          "Bitte reichen Sie ein neues ein.",
        ],
      },
    },
    names: {
      identity: "Identitätsnachweis",
      registration: "Registerauszug",
      tax: "Steuerbescheinigung",
      bank: "Kontonachweis",
      certificate: "Zertifikat",
      other: "Dokument",
    },
  },
  pl: {
    words: {
      "document-expiring": {
        subject: "{seller}: {document} traci ważność {until}",
        lines: [
          "Dokument sklepu {seller} ({document}) jest ważny do {until}.",
          "Prosimy złożyć nowy przed tym dniem.",
        ],
      },
      "document-expired": {
        subject: "{seller}: {document} – koniec ważności",
        lines: [
          "Dokument sklepu {seller} ({document}) był ważny do {until}.",
          "Prosimy złożyć nowy.",
        ],
      },
    },
    names: {
      identity: "dokument tożsamości",
      registration: "odpis z rejestru",
      tax: "zaświadczenie podatkowe",
      bank: "potwierdzenie rachunku bankowego",
      certificate: "certyfikat",
      other: "dokument",
    },
  },
  es: {
    words: {
      "document-expiring": {
        subject: "{seller}: {document} caduca el {until}",
        lines: [
          "El documento que presentó {seller} ({document}) es válido hasta el {until}.",
          "Presenta uno nuevo antes de ese día.",
        ],
      },
      "document-expired": {
        subject: "{seller}: {document} ha caducado",
        lines: [
          "El documento que presentó {seller} ({document}) era válido hasta el {until}.",
          "Presenta uno nuevo.",
        ],
      },
    },
    names: {
      identity: "documento de identidad",
      registration: "extracto del registro mercantil",
      tax: "certificado fiscal",
      bank: "justificante de la cuenta bancaria",
      certificate: "certificado",
      other: "documento",
    },
  },
  fr: {
    words: {
      "document-expiring": {
        subject: "{seller} : {document} expire le {until}",
        lines: [
          "Le document remis par {seller} ({document}) est valable jusqu'au {until}.",
          "Merci d'en remettre un nouveau avant cette date.",
        ],
      },
      "document-expired": {
        subject: "{seller} : {document} a expiré",
        lines: [
          "Le document remis par {seller} ({document}) était valable jusqu'au {until}.",
          "Merci d'en remettre un nouveau.",
        ],
      },
    },
    names: {
      identity: "justificatif d'identité",
      registration: "extrait du registre",
      tax: "attestation fiscale",
      bank: "justificatif de compte bancaire",
      certificate: "certificat",
      other: "document",
    },
  },
}

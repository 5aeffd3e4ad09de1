import { setTimeout as sleep } from "node:timers/promises"
import { seededRandom } from "../payout-crash/random"
import { History } from "./history"
import { readersOf, writersOf, type Market } from "./market"

type Stale = { what: string; seen: unknown; allowed: unknown[] }

/** Writers of one thing each, and readers of everything, at once; what they see is held against what was answered. */
export class Race {
  reads = 0
  readonly stale: Stale[] = []
  /** Answers that no state explains. */
  readonly failures: string[] = []

  private readonly random: () => number
  private readonly read: ReturnType<typeof readersOf>
  private readonly write: ReturnType<typeof writersOf>
  private cart = ""
  private readonly is = {
    name: new History("Bob 0"),
    status: new History("ACTIVE"),
    title: new History("Bolt 0"),
    price: new History(10),
    stock: new History(50),
    option: new History("Standard"),
    role: new History("manager"),
  }

  constructor(market: Market, seed: number) {
    this.random = seededRandom(seed)
    this.read = readersOf(market)
    this.write = writersOf(market)
  }

  async run(writes: number, readers: number): Promise<void> {
    const { data } = await this.read.newCart(1)
    this.cart = data.cart.id
    const { is, write, random } = this
    const writers = [
      this.writing(is.name, (n) => `Bob ${n}`, write.name),
      this.writing(is.title, (n) => `Bolt ${n}`, write.title),
      this.writing(is.price, (n) => 10 + n, write.price),
      this.writing(is.stock, () => Math.floor(random() * 60), write.stock),
      this.writing(is.option, (n) => `Standard ${n}`, write.option),
      this.writing(is.status, away, write.status),
      this.writing(is.role, (n) => (n % 2 ? "viewer" : "manager"), write.role),
    ]
    let left = writers.length
    const isWriting = () => left > 0
    await Promise.all([
      ...writers.map((run) => run(writes).finally(() => (left -= 1))),
      ...Array.from({ length: readers }, () => this.reading(isWriting)),
    ])
  }

  private writing<T>(
    history: History<T>,
    value: (n: number) => T,
    write: (value: T) => Promise<unknown>
  ): (times: number) => Promise<void> {
    return async (times) => {
      for (let n = 1; n <= times; n++) {
        const next = value(n)
        await history.write(next, () => write(next))
        await sleep(this.random() * 60)
      }
    }
  }

  private async reading(goesOn: () => boolean): Promise<void> {
    const looks = [
      () => this.lookAtPage(),
      () => this.lookAtOptions(),
      () => this.buy(),
      () => this.lookAtGate(),
    ]
    while (goesOn()) {
      await looks[Math.floor(this.random() * looks.length)]?.()
    }
    for (const look of looks) {
      await look()
    }
  }

  private saw<T>(what: string, history: History<T>, at: At<T>): void {
    this.reads += 1
    const allowed = history.allowedSince(at.from)
    if (!allowed.includes(at.seen)) {
      this.stale.push({ what, seen: at.seen, allowed })
    }
  }

  private async lookAtPage(): Promise<void> {
    const { is } = this
    const from = performance.now()
    const { status, data } = await this.read.page()
    const isOpen = status === 200
    this.saw("page", is.status, { seen: stateOf(isOpen), from })
    if (isOpen) {
      const { title, seller, variants } = data.product
      const { calculated_price, inventory_quantity } = variants[0]
      const amount = calculated_price.calculated_amount
      this.saw("title", is.title, { seen: title, from })
      this.saw("name", is.name, { seen: seller.name, from })
      this.saw("price", is.price, { seen: amount, from })
      this.saw("stock", is.stock, { seen: inventory_quantity, from })
    }
  }

  private async lookAtOptions(): Promise<void> {
    const { is } = this
    const from = performance.now()
    const { status, data } = await this.read.options(this.cart)
    if (status !== 200) {
      this.failures.push(`options: ${status} ${JSON.stringify(data)}`)
      return
    }
    const option = data.groups[0]?.shipping_options[0]
    this.saw("offer", is.status, { seen: stateOf(!!option), from })
    if (option) {
      this.saw("option", is.option, { seen: option.name, from })
      this.saw("its seller", is.name, { seen: option.seller_name, from })
    }
  }

  private async buy(): Promise<void> {
    const { is } = this
    const from = performance.now()
    const quantity = 1 + Math.floor(this.random() * 60)
    const { status, data } = await this.read.newCart(quantity)
    const stock = is.stock.allowedSince(from)
    if (status === 200) {
      const { unit_price } = data.cart.items[0]
      this.saw("sale", is.status, { seen: "ACTIVE", from })
      this.saw("unit price", is.price, { seen: unit_price, from })
      if (quantity > Math.max(...stock)) {
        this.stale.push({ what: "sold", seen: quantity, allowed: stock })
      }
      return
    }
    const isAway = is.status.allowedSince(from).includes("SUSPENDED")
    if (status !== 400 || !(isAway || Math.min(...stock) < quantity)) {
      this.failures.push(`buy: ${status} ${JSON.stringify(data)}`)
    }
  }

  private async lookAtGate(): Promise<void> {
    const { is } = this
    const from = performance.now()
    const owner = await this.read.writeAsOwner()
    this.saw("gate", is.status, { seen: stateOf(owner.status !== 403), from })
    const since = performance.now()
    const member = await this.read.writeAsMember()
    // While the seller is suspended nobody may.
    const isAway = is.status.allowedSince(since).includes("SUSPENDED")
    if (member.status !== 403 || !isAway) {
      const seen = member.status === 403 ? "viewer" : "manager"
      this.saw("role", is.role, { seen, from: since })
    }
  }
}

type At<T> = { seen: T; from: number }

const stateOf = (isOpen: boolean) => (isOpen ? "ACTIVE" : "SUSPENDED")
const away = (n: number) => stateOf(n % 2 === 0)

import { renderPacket, type PacketOrder } from './render-packet.server.ts'

/** A packet without answers. Making it loads fonts and code. */
const WARM_UP: PacketOrder = { claim: {}, today: '2000-01-01', part: 'both' }

/** One job of a render worker: makes a packet or, for `null`, only warms up. */
export default function work(order: PacketOrder | null) {
  return renderPacket(order ?? WARM_UP)
}

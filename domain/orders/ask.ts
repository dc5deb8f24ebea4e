/** 您家的好吗: one question to a household about something it bought in a bad batch. Asked once. */
export interface Ask {
  /** Made of batch, order and line: asking again is the same question. */
  _id: string
  communityId: string
  groupBuyId: string
  productId: string
  orderId: string
  lineId: string
  title: string
  spec: string
  groupBuyTitle: string
  askedAt: number
  answer: 'fine' | 'bad' | null
  answeredAt: number | null
}

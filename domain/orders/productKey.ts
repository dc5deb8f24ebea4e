import { comparable } from './cell'

/**
 * What makes two products of one group-buy the same: how an export would write them, `title(spec)`, whatever the width of its brackets.
 * Made of the whole text and not of title and spec, because without a product list nobody knows for certain where the title ends;
 * so a list that comes later changes no product's id.
 */
export function productKey(title: string, spec: string): string {
  return comparable(spec === '' ? title : `${title}(${spec})`)
}

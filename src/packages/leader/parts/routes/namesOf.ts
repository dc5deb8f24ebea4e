import type { RoutesPage } from '../../../../../domain/contract/calls'
import type { Names } from '../../../../../domain/route/ruleWords'

/** What rules name, by how people call it. */
export function namesOf({ products, suppliers }: Pick<RoutesPage, 'products' | 'suppliers'>): Names {
  return { products: new Map(products.map(p => [p.key, p.title])), suppliers: new Map(suppliers.map(s => [s.id, s.name])) }
}

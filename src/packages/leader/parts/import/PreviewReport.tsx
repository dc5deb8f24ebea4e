import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { ImportPreview, RefusedRow } from '../../../../../domain/contract/importReport'
import { Card } from '../../../../components/Card/Card'
import { Tap } from '../../../../components/Tap/Tap'
import { columnWords } from './columnWords'
import { LongList } from './LongList'
import './PreviewReport.scss'

/** What a file would bring, before anything is kept of it: the good, then what does not go in, then what is missing. */
export function PreviewReport({ preview }: { preview: ImportPreview }): ReactNode {
  const { rowsAccepted, refused, productsRefused, groupBuys, productsWithoutSupplier, productsWithoutPrice, notClaimable } = preview
  return (
    <>
      <Card tone={rowsAccepted > 0 ? 'green' : 'red'}>
        <View className='preview__count'>{rowsAccepted > 0 ? `✓ 认出 ${rowsAccepted} 单` : '! 一单都没认出来'}</View>
        <View>{refused.length > 0 ? `另外 ${refused.length} 行进不来，原因在下面，别的不受影响。` : '每一行都认出来了。'}</View>
        {notClaimable > 0 && <View>其中 {notClaimable} 单没付款、已取消或退过款：会导进来，但不能反映问题。</View>}
      </Card>
      <Card title='这些团'>
        {groupBuys.map(g => (
          <View className='preview__group-buy' key={g.title}>
            <View className='preview__title'>{g.title}{g.isNew && <View className='preview__new'>新团</View>}</View>
            <View className='soft'>{groupBuyWords(g)}</View>
          </View>
        ))}
      </Card>
      <Refused title='进不来的行' rows={refused} />
      <Refused title='商品清单里进不来的行' rows={productsRefused} />
      {preview.remarks.length > 0 && <Card title='要留意的行' tone='amber'><LongList rows={preview.remarks.map(r => ({ what: `第 ${r.row} 行`, about: r.reason }))} /></Card>}
      {preview.missing.length > 0 && <Card title='表里没有的列' tone='amber'><LongList stacked rows={preview.missing.map(m => ({ what: m.name, about: m.consequence }))} /></Card>}
      {productsWithoutSupplier.length > 0 && (
        <Card title='没有供货商的商品' tone='amber'>
          <View>先导入也行，之后到「我的团」里填。没填的出了问题，退的钱先由您承担。</View>
          <LongList stacked rows={productsWithoutSupplier.map(productRow)} />
        </Card>
      )}
      {productsWithoutPrice.length > 0 && (
        <Card title='没有单价的商品' tone='amber'>
          <View>跟别的东西一起买的时候，每样付了多少只能估。带上商品清单再导一次就准了。</View>
          <LongList stacked rows={productsWithoutPrice.map(productRow)} />
        </Card>
      )}
      <Columns columns={preview.columns} />
    </>
  )
}

function groupBuyWords({ orders, added, changed, unchanged }: ImportPreview['groupBuys'][number]): string {
  if (added === 0 && changed === 0) return `${orders} 单都导入过了，没有变化`
  return [`共 ${orders} 单`, added > 0 ? `新的 ${added}` : '', changed > 0 ? `有变化 ${changed}` : '', unchanged > 0 ? `没变 ${unchanged}` : ''].filter(w => w !== '').join(' · ')
}

function productRow({ groupBuyTitle, title, spec }: { groupBuyTitle: string; title: string; spec: string }) {
  return { what: spec === '' ? title : `${title} ${spec}`, about: groupBuyTitle }
}

function Refused({ title, rows }: { title: string; rows: readonly RefusedRow[] }): ReactNode {
  if (rows.length === 0) return null
  return <Card title={`${title}（${rows.length}）`} tone='red'><LongList rows={rows.map(r => ({ what: `第 ${r.row} 行`, about: r.reason }))} /></Card>
}

/** How each column was understood: folded, because who sees the right number of orders rarely asks. */
function Columns({ columns }: { columns: ImportPreview['columns'] }): ReactNode {
  const [open, setOpen] = useState(false)
  const used = columns.filter(c => columnWords(c.meaning) !== null)
  return (
    <Card>
      <Tap className='preview__fold' label={open ? '收起' : '看每一列是怎么认的'} onTap={() => setOpen(!open)}>
        <View className='preview__fold-words'>认出 {used.length} 列{columns.length > used.length ? `，另外 ${columns.length - used.length} 列用不到` : ''}</View>
        <View className='green'>{open ? '收起 ▴' : '看看 ▾'}</View>
      </Tap>
      {open && <LongList rows={[...used.map(c => ({ what: c.name, about: columnWords(c.meaning) ?? '' })), ...columns.filter(c => !used.includes(c)).map(c => ({ what: c.name, about: '用不到' }))]} />}
    </Card>
  )
}

import { View } from '@tarojs/components'
import { useState, type ReactNode } from 'react'
import type { Answers } from '../../../../../domain/contract/calls'
import { call } from '../../../../cloud/call'
import { refresh } from '../../../../cloud/useAnswer'
import { Button } from '../../../../components/Button/Button'
import { ChoiceTiles } from '../../../../components/ChoiceTiles/ChoiceTiles'
import { Field } from '../../../../components/Field/Field'
import { Sheet } from '../../../../components/Sheet/Sheet'
import { Trouble } from '../../../../components/States/Trouble'
import { useSending } from '../../../../cloud/useSending'
import type { Product } from './GroupBuyItem'
import './SupplierSheet.scss'

interface SupplierSheetProps {
  groupBuyId: string
  product: Product
  suppliers: Answers['listGroupBuys']['suppliers']
  onClose: () => void
}

/** Names who answers for a product: one already known, or a new one. To be shown only while it is asked, so that it begins empty. */
export function SupplierSheet({ groupBuyId, product, suppliers, onClose }: SupplierSheetProps): ReactNode {
  const [known, setKnown] = useState<string | null>(product.supplierName)
  const [typed, setTyped] = useState('')
  const { busy, failed, send } = useSending()
  const name = typed.trim() || known
  const save = async (supplierName: string) => {
    const done = await send(async () => {
      await call('nameSupplier', { groupBuyId, productId: product.id, supplierName })
      refresh('listGroupBuys')
    })
    if (done) onClose()
  }
  return (
    <Sheet
      open title='谁供的货？' onClose={onClose}
      bar={(
        <>
          <Trouble words={failed?.message} />
          <Button kind='primary' label={name ? `是「${name}」供的` : '先选一个，或者写一个'} disabled={!name || name === product.supplierName} busy={busy} busyLabel='正在记…' onTap={() => { if (name) void save(name) }} />
        </>
      )}
    >
      <View className='supplier-sheet'>
        <View>{product.title}{product.spec !== '' && ` · ${product.spec}`}</View>
        {suppliers.length > 0 && <ChoiceTiles columns={1} value={typed.trim() === '' ? known : null} choices={suppliers.map(s => ({ value: s.name, label: s.name }))} onChoose={chosen => { setKnown(chosen); setTyped('') }} />}
        <Field label={suppliers.length > 0 ? '或者写一个新的' : '供货商名字'} value={typed} most={30} placeholder='比如 丹东果业' onChange={setTyped} />
        <View className='soft'>从现在起，这件商品出了问题就找他；之前反映的不变。</View>
      </View>
    </Sheet>
  )
}

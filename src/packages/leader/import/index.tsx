import { useRouter } from '@tarojs/taro'
import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Button } from '../../../components/Button/Button'
import { Page } from '../../../components/Page/Page'
import { Trouble } from '../../../components/States/Trouble'
import { CommunityBar } from '../parts/community/CommunityBar'
import { ForLeaders } from '../parts/community/ForLeaders'
import { useCommunity } from '../parts/community/useCommunity'
import { FileField } from '../parts/import/FileField'
import { ImportDone } from '../parts/import/ImportDone'
import { PreviewReport } from '../parts/import/PreviewReport'
import { useImport, type Import } from '../parts/import/useImport'

/** Orders come in from an export: chosen, shown as they were understood, then confirmed. */
export default function ImportOrders(): ReactNode {
  const leading = useCommunity()
  /** The group-buy whose refund sheet sent somebody here. */
  const { refunds } = useRouter().params
  const importing = useImport(leading.community?.communityId ?? null)
  const { preview, result } = importing
  return (
    <Page bar={leading.community && result === null && <Next importing={importing} />}>
      <ForLeaders leading={leading}>
        {({ communityId }) => {
          if (result) return <ImportDone result={result} communityId={communityId} refundsOf={refunds ?? null} onAnother={importing.anew} />
          if (preview) return <PreviewReport preview={preview} />
          return <><CommunityBar leading={leading} /><Choose importing={importing} /></>
        }}
      </ForLeaders>
    </Page>
  )
}

function Choose({ importing: { files, choose, said, busy } }: { importing: Import }): ReactNode {
  return (
    <>
      <FileField
        title='订单表' file={files.orders} onChoose={file => choose('orders', file)} said={said('orders')} disabled={busy}
        hint={process.env.TARO_ENV === 'weapp' ? '在快团团或接龙里按订单导出，发到微信的「文件传输助手」，再从这里选。' : '在快团团或接龙里按订单导出，选那个 .xlsx 或 .csv。'}
      />
      <FileField
        title='商品清单（可以不选）' file={files.products} onChoose={file => choose('products', file)} said={said('products')} disabled={busy}
        hint='写着商品、单价、供货商的表。有了它，退多少、谁承担都能自动算。'
      />
      <View className='soft'>先给您看认出了什么，您点了确认才会导入。手机号不留全号，只留后四位；导入以后表格就删。同一张表导两次也不会重复。</View>
    </>
  )
}

function Next({ importing: { files, preview, busy, doing, said, look, confirm, back } }: { importing: Import }): ReactNode {
  if (!preview) {
    return (
      <ActionBar>
        <Trouble words={said('whole')} />
        <Button kind='primary' label={files.orders ? '看看认出了什么' : '先选订单表'} disabled={files.orders === null} busy={busy} busyLabel={doing} onTap={look} />
      </ActionBar>
    )
  }
  const news = preview.groupBuys.reduce((sum, g) => sum + g.added + g.changed, 0)
  return (
    <ActionBar>
      <Trouble words={said('whole') ?? said('orders') ?? said('products')} />
      <Button kind='primary' label={news > 0 ? `确认导入 ${news} 单` : '没有新的，确认一下就好'} disabled={preview.rowsAccepted === 0} busy={busy} busyLabel={doing} onTap={confirm} />
      <Button label='换一个表' disabled={busy} onTap={back} />
    </ActionBar>
  )
}

import { useState, type ReactNode } from 'react'
import { call } from '../../../cloud/call'
import { drawId } from '../../../cloud/drawId'
import { refresh } from '../../../cloud/useAnswer'
import { ActionBar } from '../../../components/ActionBar/ActionBar'
import { Button } from '../../../components/Button/Button'
import { Page } from '../../../components/Page/Page'
import { Trouble } from '../../../components/States/Trouble'
import { goOnlyTo } from '../../../components/go'
import { useSending } from '../../../cloud/useSending'
import { CommunityFields, isInPlace, writtenPoints, type AboutCommunity } from '../parts/community/CommunityFields'

/** Opens a community: whoever does leads it. Hours, helpers and the rest have good defaults and stand on its own page. */
export default function OpenCommunity(): ReactNode {
  // Drawn once: however often it is tapped, one community is opened.
  const [communityId] = useState(drawId)
  const [about, setAbout] = useState<AboutCommunity>({ name: '', leaderName: '', leaderPhone: '', pickupPoints: [''] })
  const { busy, failed, send } = useSending()
  const open = () => void send(async () => {
    await call('openCommunity', { communityId, name: about.name.trim(), leaderName: about.leaderName.trim(), leaderPhone: about.leaderPhone.trim(), pickupPoints: writtenPoints(about) })
    refresh('whoAmI')
    goOnlyTo(`/packages/leader/inbox/index?community=${communityId}`)
  })
  return (
    <Page
      bar={(
        <ActionBar>
          <Trouble words={failed && !isInPlace(failed.field) ? failed.message : null} />
          <Button kind='primary' label='开通' disabled={about.name.trim() === '' || about.leaderName.trim() === ''} busy={busy} busyLabel='正在开通…' onTap={open} />
        </ActionBar>
      )}
    >
      <CommunityFields title='给小区开通' about={about} failed={failed} onChange={setAbout} />
      <Button kind='quiet' label='先不开通，回首页' onTap={() => goOnlyTo('/pages/home/index')} />
    </Page>
  )
}

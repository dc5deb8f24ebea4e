import { View } from '@tarojs/components'
import type { ReactNode } from 'react'
import { CHANNELS_FOR, type NoticeSettings } from '../../../domain/notice/settings'
import { call } from '../../cloud/call'
import { useMe } from '../../cloud/me'
import { useAnswer } from '../../cloud/useAnswer'
import { useSending } from '../../cloud/useSending'
import { ActionBar } from '../../components/ActionBar/ActionBar'
import { Answered } from '../../components/Answered/Answered'
import { Button } from '../../components/Button/Button'
import { ConsentWords } from '../../components/ConsentWords/ConsentWords'
import { Page } from '../../components/Page/Page'
import { Done } from '../../components/States/Done'
import { LeftChanges } from '../../components/States/LeftChanges'
import { Trouble } from '../../components/States/Trouble'
import { useKeptChanges } from '../../outbox/keptChanges'
import { Kinds } from './Kinds'
import { OtherWays } from './OtherWays'
import { ownPlaces } from './ownPlaces'
import { Quiet } from './Quiet'
import { rolesOf } from './rolesOf'
import './index.scss'

/** What somebody wants to be told about, by which ways, and when not. The inbox has everything whatever is set here. */
export default function MessageSettings(): ReactNode {
  const me = useMe()
  const asked = useAnswer('showNoticeSettings', {})
  /** Changed and not kept yet. */
  const changes = useKeptChanges<NoticeSettings>('messageSettings')
  const edited = asked.data ? changes.changed : null
  const { busy, failed, done, send, forget } = useSending()
  const edit = (next: NoticeSettings) => { forget(); changes.change(next) }
  const save = () => void send(async () => {
    if (edited === null) return
    asked.put(await call('saveNoticeSettings', edited))
    changes.forget()
  })
  const bar = edited ? (
    <ActionBar>
      {changes.left && <LeftChanges />}
      <Trouble words={failed?.message} />
      <Button kind='primary' label='记下来' busy={busy} busyLabel='正在记…' onTap={save} />
      <Button kind='quiet' label='不改了' disabled={busy} onTap={() => { changes.forget(); forget() }} />
    </ActionBar>
  ) : done && <ActionBar><Done words='记下了' /></ActionBar>
  return (
    <Page bar={bar}>
      <Answered asked={asked} cards={2}>
        {kept => {
          const settings = edited ?? kept
          return (
            <>
              <View className='soft'>不管怎么设，“消息”里都有，一条不少。这里只管要不要另外提醒您。</View>
              <Quiet quiet={settings.quiet} onChange={quiet => edit({ ...settings, quiet })} />
              <Answered asked={me} cards={1}>
                {who => {
                  const roles = rolesOf(who)
                  return (
                    <>
                      {roles.map(as => {
                        const others = CHANNELS_FOR[as].length > 1 ? ownPlaces(who, as) : []
                        return (
                          <Kinds key={as} as={as} settings={settings} onChange={edit}>
                            {others.map(own => <OtherWays key={own.place?.id ?? ''} own={own} several={others.length > 1} />)}
                          </Kinds>
                        )
                      })}
                      {roles.some(as => CHANNELS_FOR[as].length > 1) && <View className='soft small'>群机器人、邮件、短信只在微信没送到时才用，要先连上。</View>}
                    </>
                  )
                }}
              </Answered>
              <ConsentWords />
            </>
          )
        }}
      </Answered>
    </Page>
  )
}

import type { ReactNode } from 'react'
import { networkTrouble } from '../../cloud/callFailed'
import { Card } from '../../components/Card/Card'
import { CasePhotos } from '../../components/CasePhotos/CasePhotos'
import { PhotoPicker } from '../../components/PhotoPicker/PhotoPicker'
import type { Photos as Taken } from '../../components/PhotoPicker/usePhotos'
import { PhotoWall } from '../../components/PhotoWall/PhotoWall'
import { ProductTile } from '../../components/ProductTile/ProductTile'
import { Section } from '../../components/Section/Section'
import { samplePhoto } from './samplePhoto'
import { Shown } from './Shown'

const LINKS = { a: samplePhoto(2), b: samplePhoto(5), c: samplePhoto(9) }
const TITLES = ['【丹东99草莓】顺丰冷链', '赣南脐橙', '上海青', '农家土鸡蛋', '手工水饺', '洗衣液']

const NONE: Taken = {
  photos: [], ids: [], sending: 0, failed: 0,
  add: () => Promise.resolve(0), again: () => undefined, remove: () => undefined, settled: () => Promise.resolve([]),
}
const SOME: Taken = {
  ...NONE,
  photos: [
    { key: 'there', path: LINKS.a, percent: 100, id: 'a', trouble: null },
    { key: 'sending', path: LINKS.b, percent: 40, id: null, trouble: null },
    { key: 'failed', path: LINKS.c, percent: 0, id: null, trouble: networkTrouble() },
    { key: 'kept', path: '', percent: 100, id: 'd', trouble: null },
  ],
}

/** Pictures: taken, shown, or standing in for one. */
export function Photos(): ReactNode {
  return (
    <Section title='照片'>
      <Card><Shown as='还没有拍'><PhotoPicker of={NONE} hint='坏的地方拍清楚，一张就行，最多九张' /></Shown></Card>
      <Card><Shown as='传好了、正在传、没传上去、上次传好的'><PhotoPicker of={SOME} /></Shown></Card>
      <Card>
        <Shown as='一张'><PhotoWall photos={['a']} links={LINKS} /></Shown>
        <Shown as='两张'><PhotoWall photos={['a', 'b']} links={LINKS} /></Shown>
        <Shown as='几张，一张没打开'><PhotoWall photos={['a', 'b', 'gone', 'c']} links={LINKS} /></Shown>
        <Shown as='小的'><PhotoWall small photos={['a', 'b']} links={LINKS} /></Shown>
      </Card>
      <Shown as='跟屏幕一样宽'><CasePhotos photos={['b', 'a', 'gone', 'c']} links={LINKS} onAgain={() => undefined} /></Shown>
      <Shown as='两张，跟屏幕一样宽'><CasePhotos photos={['b', 'a']} links={LINKS} onAgain={() => undefined} /></Shown>
      <Shown as='没有照片'><CasePhotos photos={[]} links={{}} onAgain={() => undefined} /></Shown>
      <Card>{TITLES.map(title => <Shown key={title} as={title}><ProductTile title={title} /></Shown>)}<Shown as='小的'><ProductTile title='赣南脐橙' size='small' /></Shown><Shown as='有照片'><ProductTile title='草莓' photo={LINKS.a} /></Shown></Card>
    </Section>
  )
}

// Sends the chosen files in pieces before the form, so that a broken connection goes on where it stopped. Without script the form sends them itself.
// Nothing is stored in the browser: keys and ids live in this page and end with it.
const PIECE = 1 << 20
const PATIENCE = 12
const MOST_FILES = 200

const form = document.querySelector('[data-report]')
const chosen = form?.querySelector('[data-files]')
const said = form?.querySelector('[data-progress]')

const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function attempt(work) {
  for (let tried = 1; ; tried++) {
    try {
      const answer = await work()
      if (answer.ok) return answer
      if (answer.status < 500 && answer.status !== 429) throw new Error('refused')
    } catch (broken) {
      if (broken.message === 'refused' || tried === PATIENCE) throw broken
    }
    await pause(Math.min(30000, 500 * 2 ** tried))
  }
}

// What a file is sent under; kept while the page is open, so that sending it again goes on.
const begun = new Map()

function sending(file) {
  const name = `${file.name}|${file.size}|${file.lastModified}`
  if (!begun.has(name)) {
    begun.set(name, { id: crypto.randomUUID(), key: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))) })
  }
  return begun.get(name)
}

async function send(file, line) {
  const { id, key } = sending(file)
  const pieces = Math.ceil(file.size / PIECE)
  const there = Number(await (await attempt(() => fetch(`/report/files/${id}`))).text())
  for (let place = there; place < pieces; place++) {
    line.textContent = `${file.name}：已传 ${Math.round((place / pieces) * 100)}%`
    const body = file.slice(place * PIECE, (place + 1) * PIECE)
    await attempt(() => fetch(`/report/files/${id}/${place}`, { method: 'PUT', body, headers: { 'X-File-Key': key, 'Content-Type': 'application/octet-stream' } }))
  }
  line.textContent = `${file.name}：已传完`
  const value = `${id}:${key}:${file.size}:${file.name}`
  if ([...form.querySelectorAll('input[name=sent]')].some((sent) => sent.value === value)) return
  const hidden = document.createElement('input')
  hidden.type = 'hidden'
  hidden.name = 'sent'
  hidden.value = value
  form.append(hidden)
}

if (chosen && window.crypto?.randomUUID) {
  form.addEventListener('submit', async (event) => {
    const files = [...chosen.files]
    if (files.length === 0) return
    event.preventDefault()
    if (files.length + form.querySelectorAll('input[name=sent]').length > MOST_FILES) {
      const line = document.createElement('p')
      line.className = 'fault'
      line.textContent = `一次最多传 ${MOST_FILES} 个文件，您选了 ${files.length} 个，一个也没有传。请分几次：其余的可以在提交之后凭回执码补充。`
      said.append(line)
      return
    }
    const button = event.submitter
    if (button) button.disabled = true
    try {
      let left = 0
      for (const file of files) {
        const line = document.createElement('p')
        said.append(line)
        if (file.size === 0 || file.size > 2 ** 30) {
          line.textContent = file.size === 0 ? `“${file.name}”是空文件，没有传。` : `“${file.name}”超过 1 GB，没有传，请剪成几段。`
          line.className = 'fault'
          left++
          continue
        }
        await send(file, line)
      }
      chosen.value = ''
      if (left === 0) return form.submit()
      const line = document.createElement('p')
      line.className = 'fault'
      line.textContent = `有 ${left} 个文件没有传，原因见上。可以另选文件；不要了，就再点一次提交。`
      said.append(line)
      if (button) button.disabled = false
    } catch {
      const line = document.createElement('p')
      line.className = 'fault'
      line.textContent = '网络断了，文件没有传完。已填的文字都在，稍后再点一次提交。'
      said.append(line)
      if (button) button.disabled = false
    }
  })
}

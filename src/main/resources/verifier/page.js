/* Checks a bag, or a teller's proof of the day, in the browser, by the same rules as the Java verifier beside it (see doc/adr). */
(function () {
  'use strict';
  var SUITES = ['sm', 'intl'];
  var TITLES = { sm: '国密 SM2/SM3', intl: 'Ed25519/SHA-256' };
  var STAMP = 'META-INF/timestamp.tst';
  var NO_STAMP = 'META-INF/timestamp-pending.txt';
  var NO_STAMP_TEXT = '待加盖：封装时没有取得可信时间戳（RFC 3161），以后可以补盖，不影响移送。\n';
  var PROOF = 'META-INF/proof.txt';
  var LEDGER = 'ledger/entries.tsv';
  var TITLES_OF_ENTRIES = 'ledger/titles.tsv';
  var WHOLE = 32 << 20;
  var MOST = 64 << 20;
  var encoder = new TextEncoder();

  function Unfit(sentence, foreign) { this.sentence = sentence; this.foreign = !!foreign; }

  // ---- bytes

  function utf8(bytes) { return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes); }
  function loose(bytes) { return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes); }
  function hex(bytes) { return Array.prototype.map.call(bytes, function (b) { return (b < 16 ? '0' : '') + b.toString(16); }).join(''); }
  function unhex(text) {
    if (text.length % 2 || /[^0-9a-f]/.test(text)) { throw new Error('hex'); }
    var out = new Uint8Array(text.length / 2);
    for (var i = 0; i < out.length; i++) { out[i] = parseInt(text.substr(2 * i, 2), 16); }
    return out;
  }
  function unbase64(text) {
    var raw = atob(text);
    if (btoa(raw) !== text) { throw new Error('base64'); }
    var out = new Uint8Array(raw.length);
    for (var i = 0; i < raw.length; i++) { out[i] = raw.charCodeAt(i); }
    return out;
  }
  function same(a, b) { return hex(a) === hex(b); }
  function join() {
    var parts = Array.prototype.slice.call(arguments);
    var out = new Uint8Array(parts.reduce(function (n, p) { return n + p.length; }, 0));
    var at = 0;
    parts.forEach(function (p) { out.set(p, at); at += p.length; });
    return out;
  }
  function read(file, from, length) {
    return file.slice(from, from + length).arrayBuffer().then(function (buffer) {
      if (buffer.byteLength !== length) { throw new Unfit('袋不完整：在中途断开。请重新下载或索取。'); }
      return new Uint8Array(buffer);
    });
  }
  function little(values) { // pairs of value and width
    var out = [];
    for (var i = 0; i < values.length; i += 2) {
      var v = values[i];
      for (var w = 0; w < values[i + 1]; w++) { out.push(v % 256); v = Math.floor(v / 256); }
    }
    return Uint8Array.from(out);
  }
  function number(bytes, at, width) {
    var v = 0;
    for (var i = width - 1; i >= 0; i--) { v = v * 256 + bytes[at + i]; }
    return v;
  }

  // ---- digests and signatures

  function digest(suite, bytes) {
    if (suite === 'sm') { return Promise.resolve(unhex(Gm.sm3(bytes))); }
    if (window.crypto && crypto.subtle) {
      return crypto.subtle.digest('SHA-256', bytes).then(function (d) { return new Uint8Array(d); });
    }
    return Promise.resolve(Gm.sha256(bytes));
  }
  function now(suite, bytes) { return suite === 'sm' ? unhex(Gm.sm3(bytes)) : Gm.sha256(bytes); }
  /* Fixed heads of SubjectPublicKeyInfo, so that nothing of a key is left unread. */
  var ED = '302a300506032b6570032100';
  var SM2 = '3059301306072a8648ce3d020106082a811ccf5501822d034200';
  function verifies(suite, key, text, signature) {
    try {
      var k = hex(key);
      if (suite === 'sm') {
        return k.indexOf(SM2 + '04') === 0 && k.length === SM2.length + 130 &&
          Gm.sm2.doVerifySignature(text, hex(signature), k.substr(SM2.length), { der: true, hash: true });
      }
      return k.indexOf(ED) === 0 && k.length === ED.length + 64 && Gm.ed25519.verify(signature, text, key.slice(12));
    } catch (e) {
      return false;
    }
  }

  // ---- the container: one possible layout

  var MAX32 = 0xFFFFFFFF;
  function big(f) { return f.size >= MAX32; }
  function local(f) {
    var name = encoder.encode(f.name);
    return join(little([0x04034b50, 4, big(f) ? 45 : 20, 2, 2048, 2, 0, 2, 0, 2, 10273, 2, f.crc, 4,
      Math.min(f.size, MAX32), 4, Math.min(f.size, MAX32), 4, name.length, 2, big(f) ? 20 : 0, 2]), name,
      big(f) ? little([1, 2, 16, 2, f.size, 8, f.size, 8]) : new Uint8Array(0));
  }
  function tail(files) {
    var parts = [];
    var at = 0;
    files.forEach(function (f) {
      var values = (big(f) ? [f.size, 8, f.size, 8] : []).concat(at >= MAX32 ? [at, 8] : []);
      var extra = values.length ? little([1, 2, values.length * 4, 2].concat(values)) : new Uint8Array(0);
      var name = encoder.encode(f.name);
      var v = extra.length ? 45 : 20;
      parts.push(little([0x02014b50, 4, v, 2, v, 2, 2048, 2, 0, 2, 0, 2, 10273, 2, f.crc, 4, Math.min(f.size, MAX32), 4,
        Math.min(f.size, MAX32), 4, name.length, 2, extra.length, 2, 0, 2, 0, 2, 0, 2, 0, 4, Math.min(at, MAX32), 4]), name, extra);
      at += local(f).length + f.size;
    });
    var directory = join.apply(null, parts);
    var end = [directory];
    if (files.length >= 65535 || at >= MAX32) {
      end.push(little([0x06064b50, 4, 44, 8, 45, 2, 45, 2, 0, 4, 0, 4, files.length, 8, files.length, 8, directory.length, 8, at, 8,
        0x07064b50, 4, 0, 4, at + directory.length, 8, 1, 4]));
    }
    var count = Math.min(files.length, 65535);
    end.push(little([0x06054b50, 4, 0, 2, 0, 2, count, 2, count, 2, directory.length, 4, Math.min(at, MAX32), 4, 0, 2]));
    return join.apply(null, end);
  }
  function notABag() { return new Unfit('这个文件不是移送袋（应为扩展名 .asice 的文件），或者开头已损坏，无法核验。请核对文件，或向发出单位重新索取。', true); }

  async function index(file) {
    var items = [];
    var at = 0;
    while (at + 30 <= file.size) {
      var h = await read(file, at, 30);
      if (number(h, 0, 4) !== 0x04034b50) { break; }
      var item = await one(file, at, h, items);
      if (items.some(function (i) { return i.name === item.name; })) { throw new Unfit('袋中有两个同名的文件“' + item.name + '”，袋被改动。'); }
      if (items.length === 20000) { throw new Unfit('袋中的文件超过 20000 个，不是平台制发的移送袋，没有继续读。'); }
      items.push(item);
      at = item.offset + item.size;
      await greet(file, items);
    }
    if (!items.length) { throw notABag(); }
    var last = items[items.length - 1].name;
    var expected = tail(items);
    if (file.size - at !== expected.length) { throw new Unfit('袋在“' + last + '”之后应有 ' + expected.length + ' 字节的目录，实有 ' + (file.size - at) + ' 字节：袋不完整，或者有内容被插入、删除。'); }
    if (!same(expected, await read(file, at, expected.length))) { throw new Unfit('袋尾的目录被改动。'); }
    return items;
  }
  async function one(file, at, h, items) {
    var place = '袋中第 ' + (items.length + 1) + ' 个文件' + (items.length ? '（在“' + items[items.length - 1].name + '”之后）' : '');
    if (number(h, 8, 2) !== 0) { throw new Unfit(place + '是压缩的。移送袋从不压缩，为防止解压炸弹没有展开；袋被改动，或者不是平台制发的。'); }
    var nameLength = number(h, 26, 2);
    var extra = number(h, 28, 2);
    var head = 30 + nameLength + extra;
    if (!nameLength || nameLength > 600 || at + head > file.size) { throw new Unfit(place + '的文件头被改动，或者袋不完整。'); }
    var rest = await read(file, at, head);
    var name;
    try { name = utf8(rest.slice(30, 30 + nameLength)); } catch (e) { throw new Unfit(place + '的文件名被改动。'); }
    if (name[0] === '/' || name.indexOf('\\') >= 0 || name.split('/').indexOf('..') >= 0 || /[\u0000-\u001f\u007f-\u009f]/.test(name)) {
      throw new Unfit(place + '的文件名不合要求，袋被改动。');
    }
    var item = { name: name, crc: number(h, 14, 4), size: extra === 20 ? number(rest, 34 + nameLength, 8) : number(h, 22, 4), offset: at + head };
    if (!same(local(item), rest)) { throw new Unfit(place + '“' + name + '”的文件头被改动。'); }
    if (item.offset + item.size > file.size) { throw new Unfit(place + '“' + name + '”不完整：袋在中途断开，或者它的文件头被改动。请重新下载或索取。'); }
    return item;
  }
  async function greet(file, items) {
    var newest = items[items.length - 1];
    if (items.length > 2) { return; }
    var text = newest.size > 100 ? '' : loose(await read(file, newest.offset, newest.size));
    if (items.length === 1 && !(newest.name === 'mimetype' && text === 'application/vnd.etsi.asic-e+zip')) { throw notABag(); }
    if (items.length === 2) {
      var version = newest.name === 'version.txt' ? text : '';
      if (version === 'daxietong-bag 1\n') { return; }
      if (/^daxietong-bag [0-9]{1,4}\n$/.test(version)) {
        throw new Unfit('这个移送袋的格式是第 ' + version.substr(14).trim() + ' 版，本核验网页只认第 1 版，无法判断。请向发出单位索取新版核验程序后再核验。', true);
      }
      throw new Unfit('袋的格式说明“version.txt”缺失或被改动。');
    }
  }
  var table = null;
  function crcOf(crc, bytes) {
    if (!table) {
      table = new Uint32Array(256);
      for (var n = 0; n < 256; n++) { var c = n; for (var k = 0; k < 8; k++) { c = c & 1 ? 0xEDB88320 ^ (c >>> 1) : c >>> 1; } table[n] = c; }
    }
    for (var i = 0; i < bytes.length; i++) { crc = table[(crc ^ bytes[i]) & 255] ^ (crc >>> 8); }
    return crc;
  }

  // ---- small files of lines

  function Lines(text, head) {
    this.rows = text.split('\n');
    if (this.rows[0] !== head || this.rows.pop() !== '') { throw new Error(head); }
    this.at = 1;
  }
  Lines.prototype.more = function () { return this.at < this.rows.length; };
  Lines.prototype.next = function (name) { return this.more() && this.rows[this.at].indexOf(name + ': ') === 0; };
  Lines.prototype.text = function (name) {
    if (!this.next(name)) { throw new Error(name); }
    return this.rows[this.at++].substr(name.length + 2);
  };
  function sealing(bytes) {
    var l = new Lines(utf8(bytes), 'daxietong-signature 1');
    var s = { of: l.text('of'), suite: l.text('suite'), key: unbase64(l.text('key')), signature: unbase64(l.text('signature')) };
    if (l.more()) { throw new Error('more'); }
    return s;
  }
  function proofs(bytes) {
    var l = new Lines(utf8(bytes), 'daxietong-proof 1');
    var all = [];
    while (l.more()) {
      var entry = l.text('entry');
      var m = /^(\S+) ([1-9][0-9]*)$/.exec(entry);
      if (!m) { throw new Error(entry); }
      var p = { stream: m[1], version: m[2], anchor: null };
      if (l.next('pending')) {
        if (l.text('pending') !== '检查点尚未生成') { throw new Error('pending'); }
      } else {
        var line = l.text('checkpoint');
        p.anchor = { line: line, cells: line.split('|'), key: unbase64(l.text('key')), signature: unbase64(l.text('signature')),
          index: l.text('index'), path: l.text('path') };
        if (p.anchor.cells.length !== 10 || !/^(0|[1-9][0-9]*)$/.test(p.anchor.index)) { throw new Error(line); }
        p.anchor.path = p.anchor.path === '' ? [] : p.anchor.path.split(' ').map(unhex);
      }
      all.push(p);
    }
    return all;
  }
  function holds(anchor, entry) {
    var suite = anchor.cells[8];
    return verifies(suite, anchor.key, encoder.encode(anchor.line), anchor.signature) &&
      hex(now(suite, anchor.key)).indexOf(anchor.cells[9]) === 0 && hex(root(anchor, suite, entry)) === anchor.cells[5];
  }
  function root(anchor, suite, entry) { // RFC 9162 2.1.3.2
    var at = Number(anchor.index);
    var last = Number(anchor.cells[4]) - 1;
    if (at < 0 || at > last) { return []; }
    var h = now(suite, join([0], entry));
    for (var i = 0; i < anchor.path.length; i++) {
      if (last === 0) { return []; }
      if (at % 2 === 1 || at === last) {
        h = now(suite, join([1], anchor.path[i], h));
        while (at % 2 === 0 && at !== 0) { at = Math.floor(at / 2); last = Math.floor(last / 2); }
      } else {
        h = now(suite, join([1], h, anchor.path[i]));
      }
      at = Math.floor(at / 2);
      last = Math.floor(last / 2);
    }
    return last === 0 ? h : [];
  }

  // ---- a teller's proof of the day

  var DAY = 'daxietong-day-proof';
  var DAY_LINES = ['says', 'day', 'opening', 'leaf', 'index', 'size', 'beside', 'stream', 'millis', 'suite', 'event', 'actor', 'unit', 'body',
    'hash', 'place', 'path', 'checkpoint', 'key', 'signature'];
  var DAY_SPELLED = { opening: 'hex', leaf: 'hex', index: 'number', size: 'number', beside: 'hashes', millis: 'number', suite: 'suite', hash: 'hex',
    place: 'number', path: 'hashes', checkpoint: 'line', key: 'base64', signature: 'base64' };
  async function dayProof(file) { // its text, or null where the file is none
    if (file.size > 65536) { return null; }
    var bytes = await read(file, 0, file.size);
    var text = loose(bytes);
    return text.indexOf(DAY) === 0 || text.indexOf('\nopening: ') >= 0 ? text : null;
  }
  function spelled(kind, value) {
    var hash = /^([0-9a-f]{2})*$/;
    switch (kind) {
      case 'hex': return hash.test(value);
      case 'number': return /^(0|-?[1-9][0-9]{0,17})$/.test(value);
      case 'hashes': return value === '' || value.split(' ').every(function (h) { return h && hash.test(h); });
      case 'suite': return SUITES.indexOf(value) >= 0;
      case 'base64': try { unbase64(value); return true; } catch (e) { return false; }
      case 'line':
        var cells = value.split('|');
        return cells.length === 10 && /^[0-9]{1,18}$/.test(cells[4]) && /^([0-9a-f]{2})+$/.test(cells[5]) && SUITES.indexOf(cells[8]) >= 0;
      default: return true;
    }
  }
  function daySays(day) { return '持有开示值（opening）的人在 ' + day + ' 向平台提交了一件举报；本文件不含举报的内容、编号和举报人'; }
  function readDay(text) {
    var rows = text.split('\n');
    if (rows[0] !== DAY + ' 1') {
      throw new RegExp('^' + DAY + ' [0-9]{1,4}$').test(rows[0]) ?
        new Unfit('这份举报日期证明的格式比本网页新，无法判断。请向平台索取新版核验网页后再核验。', true) : new Unfit('举报日期证明的第一行（格式）被改动。');
    }
    if (rows[rows.length - 1] !== '') { throw new Unfit('举报日期证明的末尾被改动，或者没有下载完整。'); }
    var p = {};
    DAY_LINES.forEach(function (name, i) {
      var row = rows[i + 1] === undefined ? '' : rows[i + 1];
      if (row.indexOf(name + ': ') !== 0) { throw new Unfit('举报日期证明的“' + name + '”一行被改动，已不可读。'); }
      p[name] = row.substr(name.length + 2);
      if (/[\u0000-\u001f\u007f-\u009f\ufffd]/.test(p[name]) || !spelled(DAY_SPELLED[name], p[name])) {
        throw new Unfit('举报日期证明的“' + name + '”一行被改动，已不可读。');
      }
    });
    if (rows.length !== DAY_LINES.length + 2) { throw new Unfit('举报日期证明的“signature”一行被改动。'); }
    if (p.says !== daySays(p.day)) { throw new Unfit('举报日期证明的“says”一行被改动。'); }
    return p;
  }
  function hashes(text) { return text === '' ? [] : text.split(' ').map(unhex); }
  function checkDay(text, trusted, say) {
    var p = readDay(text);
    var faults = 0;
    function fault(sentence) { faults++; say('fault', sentence); }
    say('note', '持有这份文件的人在 ' + p.day + ' 向平台提交了一件举报；文件里没有举报的内容和编号，也看不出举报人是谁');
    var top = root({ index: p.index, path: hashes(p.beside), cells: [0, 0, 0, 0, p.size] }, p.suite, unhex(p.leaf));
    var opens = hex(now('intl', encoder.encode('daxietong tip-off leaf ' + p.opening))) === p.leaf;
    var sealed = p.body.indexOf('"root":"' + hex(top) + '"') >= 0;
    var dated = p.body.indexOf('"day":"' + p.day + '"') >= 0;
    var head = p.stream + '|1|' + p.millis + '|' + p.suite + '|' + p.event.length + '|' + p.event + '|' + p.actor.length + '|' + p.actor + '|' +
      p.unit.length + '|' + p.unit + '|';
    var computed = now(p.suite, join([0], encoder.encode(head), encoder.encode(p.body)));
    var anchor = { line: p.checkpoint, cells: p.checkpoint.split('|'), key: unbase64(p.key), signature: unbase64(p.signature), index: p.place,
      path: hashes(p.path) };
    var suite = anchor.cells[8];
    function reached(entry) { return hex(root(anchor, suite, entry)) === anchor.cells[5]; }
    if (hex(computed) === p.hash) { say('good', '平台当天的封存记录完好，没有被改动'); }
    else if (reached(computed)) { fault('封存记录的校验值被改动（hash 一行）'); }
    else { fault('封存记录被改动（stream、millis、suite、event、actor、unit、body 各行与 hash 一行对不上）'); }
    if (!opens) {
      fault(sealed ? '证明里的个人凭据对不上：被改动，或者是另一件举报的（opening 一行）' : '证明里的个人凭据对不上，也不在当天的封存记录里：被改动，或者是另一件举报的（opening、leaf 两行）');
    } else if (!sealed) {
      fault('这件举报不在当天的封存记录里：证明被改动（leaf、index、size、beside、body 各行）');
    }
    if (!dated) { fault('证明上的日期与封存记录不符：被改动（day、body 两行）'); }
    if (opens && sealed && dated) { say('good', '这件举报确实在 ' + p.day + ' 当天的封存记录里'); }
    var print = hex(now(suite, anchor.key));
    var signed = verifies(suite, anchor.key, encoder.encode(anchor.line), anchor.signature) && print.indexOf(anchor.cells[9]) === 0;
    var within = reached(unhex(p.hash));
    if (!signed) { fault('平台的签名对不上：被改动（checkpoint、key、signature 各行）'); }
    if (!within) { fault('封存记录不在平台签过名的总账里：被改动（place、path、hash、checkpoint 各行）'); }
    if (signed && within) { say('good', '封存记录在平台签过名的总账里（第 ' + anchor.cells[1] + ' 号检查点），县司法局、县检察院留有同一份，可以请他们核对'); }
    if (!trusted) { say('note', '请核对 ' + TITLES[suite] + ' 签名密钥指纹：' + print.toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')); }
    else if (print.indexOf(trusted) === 0) { say('good', '签名密钥是您指定的密钥'); }
    else { fault('签名密钥不是您指定的密钥：证明可能是别人伪造的'); }
    return faults;
  }

  // ---- the manifests

  var OURS = 'urn:daxietong:bag:1';
  var ASIC = 'http://uri.etsi.org/02918/v1.2.1#';
  var DSIG = 'http://www.w3.org/2000/09/xmldsig#';
  function list(node, ns, name) { return Array.prototype.slice.call(node.getElementsByTagNameNS(ns, name)); }
  function manifest(bytes) {
    var xml = new DOMParser().parseFromString(utf8(bytes), 'application/xml');
    if (xml.getElementsByTagName('parsererror').length || xml.doctype) { throw new Error('xml'); }
    var about = {};
    Array.prototype.forEach.call(list(xml, OURS, 'Bag')[0].attributes, function (a) { about[a.name] = a.value; });
    var signers = {};
    list(xml, OURS, 'Signer').forEach(function (s) { signers[s.getAttribute('suite')] = s.getAttribute('fingerprint'); });
    var files = list(xml, ASIC, 'DataObjectReference').map(function (r) {
      var file = list(r, OURS, 'File')[0];
      return {
        name: r.getAttribute('URI'), title: file.getAttribute('title'), digest: unbase64(list(r, DSIG, 'DigestValue')[0].textContent),
        parts: list(file, OURS, 'Part').map(function (p) {
          return { label: p.getAttribute('label'), offset: Number(p.getAttribute('offset')), length: Number(p.getAttribute('length')), digest: unbase64(p.getAttribute('digest')) };
        })
      };
    });
    if (!files.length || !signers.sm || !signers.intl) { throw new Error('empty'); }
    return { about: about, signers: signers, files: files };
  }
  function names(m) { return JSON.stringify(m.files.map(function (f) { return [f.name, f.title]; })) + JSON.stringify(m.about); }

  // ---- the check

  async function check(file, receipt, trusted, say, tell) {
    var items = await index(file);
    var faults = 0;
    function fault(sentence) { faults++; if (faults <= 200) { say('fault', sentence); } }
    function find(name) { return items.filter(function (i) { return i.name === name; })[0]; }
    async function whole(item) {
      if (item.size > MOST) { throw new Unfit('“' + item.name + '”太大（' + item.size + ' 字节），不是平台制发的，没有读取。'); }
      return read(file, item.offset, item.size);
    }
    var spelled = {};
    var m = {};
    async function signature(of, suite, content, title) {
      var name = of === STAMP ? of + '.' + suite + '.sig.txt' : of + '.sig.txt';
      var item = find(name);
      if (!item) { fault('缺少' + title + '的签名“' + name + '”'); return; }
      var s;
      try { s = sealing(await whole(item)); } catch (e) { fault(title + '的签名“' + name + '”被改动，已不可读'); return; }
      if (s.of !== of || s.suite !== suite || !verifies(suite, s.key, content, s.signature)) {
        fault(title + '的签名不对：清单或签名被改动');
      } else if (m[suite] && hex(now(suite, s.key)) !== m[suite].signers[suite]) {
        fault(title + '的签名密钥不是清单所列的那一把：签名被调换');
      } else {
        say('good', title + '的签名有效');
      }
    }
    for (var suite of SUITES) {
      var name = 'META-INF/ASiCManifest-' + suite + '.xml';
      var item = find(name);
      if (!item) { fault('缺少清单“' + name + '”，无法继续核验'); return faults; }
      spelled[suite] = await whole(item);
      try { m[suite] = manifest(spelled[suite]); } catch (e) { fault('清单“' + name + '”被改动，已不可读'); }
      await signature(name, suite, spelled[suite], TITLES[suite] + ' 清单');
    }
    if (!m.sm || !m.intl) { return faults; }
    if (names(m.sm) !== names(m.intl)) { fault('两份清单所列的文件不一致，清单被改动'); }
    var a = m.sm.about;
    say('note', '移送袋：' + (a.kind || '') + ' ' + (a.number || '') + '《' + (a.title || '') + '》，' + (a.sender || '') + '发，' + (a.receiver || '') + '收，封装于 ' + (a.sealed_at || ''));

    // which files, in which order
    var frame = ['mimetype', 'version.txt', 'META-INF/ASiCManifest-sm.xml', 'META-INF/ASiCManifest-intl.xml',
      'META-INF/ASiCManifest-sm.xml.sig.txt', 'META-INF/ASiCManifest-intl.xml.sig.txt', PROOF]
      .concat(find(STAMP) ? [STAMP, STAMP + '.sm.sig.txt', STAMP + '.intl.sig.txt'] : [NO_STAMP]);
    var expected = frame.concat(m.sm.files.map(function (f) { return f.name; }));
    var found = items.map(function (i) { return i.name; });
    var titles = {};
    m.sm.files.forEach(function (f) { titles[f.name] = f.title; });
    expected.forEach(function (n) { if (found.indexOf(n) < 0) { fault('缺少“' + (titles[n] || n) + '”（' + n + '）：被抽走'); } });
    found.forEach(function (n) { if (expected.indexOf(n) < 0) { fault('多出“' + n + '”：清单上没有，是后来放入的'); } });
    var should = expected.filter(function (n) { return found.indexOf(n) >= 0; });
    var is = found.filter(function (n) { return expected.indexOf(n) >= 0; });
    for (var i = 0; i < should.length; i++) {
      if (should[i] !== is[i]) {
        fault('文件的次序被调换：第 ' + (i + 1) + ' 个应为“' + (titles[should[i]] || should[i]) + '”，现为“' + (titles[is[i]] || is[i]) + '”');
        break;
      }
    }
    for (var f of frame) {
      var framed = find(f);
      if (framed && ~crcOf(-1, await whole(framed)) >>> 0 !== framed.crc) { fault('“' + f + '”与其文件头中的校验和不符，袋被改动'); }
    }

    // every file
    var before = faults;
    var bytes = 0;
    for (var k = 0; k < m.sm.files.length; k++) {
      var listed = m.sm.files[k];
      var other = m.intl.files.filter(function (o) { return o.name === listed.name; })[0];
      var content = find(listed.name);
      if (content && other) {
        tell('正在核验第 ' + (k + 1) + ' / ' + m.sm.files.length + ' 个文件……');
        var wrong = await difference(file, content, listed, other, tell);
        if (wrong) { fault('“' + listed.title + '”（' + listed.name + '）' + wrong); }
        bytes += content.size;
      }
    }
    if (faults === before) { say('good', '袋内 ' + m.sm.files.length + ' 个文件（' + bytes.toLocaleString('zh-CN') + ' 字节）与两份清单逐一相符'); }

    // ledger and proofs
    var ledger = find(LEDGER);
    var proof = find(PROOF);
    if (!ledger && !titles[LEDGER]) { say('note', '袋内没有账本摘录，不能与账本核对'); }
    if (ledger && proof) {
      try {
        var called = find(TITLES_OF_ENTRIES);
        entries(utf8(await whole(ledger)), called ? entryTitles(loose(await whole(called))) : {}, proofs(await whole(proof)), m, say, fault);
      } catch (e) { fault('账本摘录或者存在证明被改动，已不可读'); }
    }

    // the time stamp
    if (find(NO_STAMP)) {
      if (loose(await whole(find(NO_STAMP))) === NO_STAMP_TEXT) { say('note', '时间戳：待加盖'); } else { fault('时间戳“待加盖”的说明被改动'); }
    }
    if (find(STAMP)) {
      var token = await whole(find(STAMP));
      for (var s of SUITES) { await signature(STAMP, s, token, '时间戳的 ' + TITLES[s]); }
      if (hex(token).indexOf(hex(now('intl', spelled.intl))) < 0) { fault('时间戳不对：时间戳被改动，或者盖的不是这个袋'); } else {
        say('note', '时间戳盖的是这个袋；加盖机构的证书请用核验程序（jar）核对');
      }
    }

    // whose keys
    function trusts(fingerprint) { return trusted.length >= 16 && fingerprint.indexOf(trusted) === 0; }
    if (trusted) {
      if (trusts(m.sm.signers.sm) || trusts(m.sm.signers.intl)) { say('good', '签名密钥是您指定的密钥'); } else { fault('签名密钥不是您指定的密钥：袋可能是别人重新封装的'); }
    } else {
      SUITES.forEach(function (x) { say('note', '请核对 ' + TITLES[x] + ' 签名密钥指纹：' + m.sm.signers[x].toUpperCase().replace(/(.{4})(?=.)/g, '$1 ')); });
    }
    if (receipt) { await checkReceipt(receipt, spelled, m, trusts, say, fault); }
    return faults;
  }

  async function difference(file, item, sm, intl, tell) {
    var crc = -1;
    var fits = { sm: true, intl: true };
    if (item.size <= WHOLE) {
      var all = await read(file, item.offset, item.size);
      crc = crcOf(crc, all);
      fits.sm = same(await digest('sm', all), sm.digest);
      fits.intl = same(await digest('intl', all), intl.digest);
    } else { // stretch by stretch, which together are the whole
      var at = 0;
      for (var i = 0; i < intl.parts.length; i++) {
        var p = intl.parts[i];
        var q = sm.parts[i];
        if (!q || p.offset !== at || q.offset !== at || q.length !== p.length || at + p.length > item.size) { return '被改动，分段与清单不符'; }
        var bytes = await read(file, item.offset + at, p.length);
        crc = crcOf(crc, bytes);
        fits.sm = fits.sm && same(await digest('sm', bytes), q.digest);
        fits.intl = fits.intl && same(await digest('intl', bytes), p.digest);
        at += p.length;
        tell('正在核验“' + sm.title + '”：' + Math.round(100 * at / item.size) + '%');
      }
      if (at !== item.size) { return '被改动，长度与清单不符'; }
    }
    if (fits.sm !== fits.intl) { return '只与一份清单相符：清单被改动'; }
    if (!fits.sm) { return where(file, item, intl); }
    return (~crc >>> 0) === item.crc ? null : '的内容未变，但文件头中的校验和被改动';
  }
  async function where(file, item, listed) {
    if (!listed.parts.length) { return '的内容被改动'; }
    var changed = [];
    for (var p of listed.parts) {
      if (p.offset + p.length > item.size || !same(await digest('intl', await read(file, item.offset + p.offset, p.length)), p.digest)) { changed.push(p); }
    }
    if (!changed.length) { return '被改动：各页正文未变，改动在页的次序、字体或附属信息'; }
    function labels(parts) { return parts.slice(0, 12).map(function (x) { return x.label; }).join('、') + (parts.length > 12 ? '等 ' + parts.length + ' 处' : ''); }
    if (!/页$/.test(listed.parts[0].label)) { return '被改动，改动在' + labels(changed); }
    var elsewhere = item.size > MOST ? {} : streams(await read(file, item.offset, item.size));
    var moved = changed.filter(function (x) { return elsewhere[hex(x.digest)]; });
    changed = changed.filter(function (x) { return moved.indexOf(x) < 0; });
    var said = [];
    if (changed.length) { said.push(labels(changed) + '被改动或抽走'); }
    if (moved.length) { said.push(changed.length ? labels(moved) + '的位置被移动' : '各页正文都在，但文件被重新编排：页的次序或位置被调换（' + labels(moved) + '）'); }
    return '：' + said.join('；');
  }
  function streams(bytes) {
    var text = '';
    for (var i = 0; i < bytes.length; i += 32768) { text += String.fromCharCode.apply(null, bytes.subarray(i, i + 32768)); }
    var found = {};
    var at = text.indexOf('stream');
    while (at >= 0) {
      var from = at + 6 + (text.substr(at + 6, 2) === '\r\n' ? 2 : 1);
      var to = text.indexOf('endstream', from);
      if (to < 0) { break; }
      for (var t = to; t >= from && t >= to - 2; t--) { found[hex(Gm.sha256(bytes.subarray(from, t)))] = true; }
      at = text.indexOf('stream', to + 9);
    }
    return found;
  }
  // What people read for an entry; a bag sealed before there was such a file shows the ledger's own names.
  function entryTitles(text) {
    var called = {};
    text.split('\n').forEach(function (row) {
      var c = row.split('\t');
      if (c.length >= 3 && c[2].trim()) { called[c[0] + '\t' + c[1]] = c.slice(2).join('\t'); }
    });
    return called;
  }
  function entries(text, called, inclusions, m, say, fault) {
    function name(e) {
      var key = e.stream + '\t' + e.event;
      return '账本摘录第 ' + e.version + ' 条记录（' + (Object.prototype.hasOwnProperty.call(called, key) ? called[key] : e.event) + '）';
    }
    var rows = text.split('\n');
    if (rows.shift() !== 'daxietong-ledger 1' || rows.pop() !== '') { throw new Error('ledger'); }
    var ends = {};
    var bad = 0;
    rows.forEach(function (row) {
      var c = row.split('\t');
      if (c.length < 10) { throw new Error(row); }
      var e = { stream: c[0], version: c[1], suite: c[3], event: c[4], previous: unhex(c[7]), hash: unhex(c[8]), body: c.slice(9).join('\t') };
      var head = c[0] + '|' + c[1] + '|' + c[2] + '|' + c[3] + '|' + c[4].length + '|' + c[4] + '|' + c[5].length + '|' + c[5] + '|' + c[6].length + '|' + c[6] + '|';
      var title = name(e);
      if (!same(now(e.suite, join([e.previous.length], e.previous, encoder.encode(head), encoder.encode(e.body))), e.hash)) { bad++; fault(title + '与自身的校验值不符'); }
      var before = ends[e.stream];
      if (before ? Number(e.version) !== Number(before.version) + 1 || !same(e.previous, before.hash) : e.version !== '1' || e.previous.length) { bad++; fault(title + '与前一条接不上'); }
      ends[e.stream] = e;
    });
    if (!bad) { say('good', '账本摘录 ' + rows.length + ' 条记录首尾相接，校验值无误'); }
    if (inclusions.length !== Object.keys(ends).length) { fault('存在证明与账本摘录的事项不一致'); }
    inclusions.forEach(function (p) {
      var end = ends[p.stream];
      if (!end || end.version !== p.version) { fault('存在证明所指的记录不在账本摘录中'); return; }
      var title = name(end);
      if (!p.anchor) { say('note', title + '尚未进入检查点，待补证；稍后重新下载即有'); return; }
      var suite = p.anchor.cells[8];
      if (!holds(p.anchor, end.hash)) { fault(title + '的存在证明不成立：证明或检查点被改动'); return; }
      if (m[suite].signers[suite] !== hex(now(suite, p.anchor.key))) { fault('检查点的签名密钥不是清单所列的那一把'); return; }
      say('good', title + '在第 ' + p.anchor.cells[1] + ' 号检查点之内，可与库外留存的检查点核对');
    });
  }
  async function checkReceipt(file, spelled, m, trusts, say, fault) {
    var r = { roots: {}, keys: {}, signatures: {} };
    var bytes;
    try {
      if (file.size > 65536) { throw new Error('long'); }
      bytes = await read(file, 0, file.size);
      var l = new Lines(utf8(bytes), 'daxietong-receipt 1');
      ['transfer', 'matter', 'entry', 'receiver', 'signed-by', 'signed-at'].forEach(function (n) { r[n] = l.text(n); });
      SUITES.forEach(function (s) { r.roots[s] = hex(unhex(l.text('root-' + s))); });
      r.text = encoder.encode(l.rows.slice(0, l.at).join('\n') + '\n');
      SUITES.forEach(function (s) { r.keys[s] = unbase64(l.text('key-' + s)); r.signatures[s] = unbase64(l.text('signature-' + s)); });
      if (l.more()) { throw new Error('more'); }
    } catch (e) { fault('回执文件被改动，或者不是平台出具的回执'); return; }
    var good = true;
    function bad(sentence) { good = false; fault(sentence); }
    for (var s of SUITES) {
      if (hex(await digest(s, spelled[s])) !== r.roots[s]) { bad('回执签的不是这个袋（' + TITLES[s] + ' 的根不同）'); }
      var print = hex(now(s, r.keys[s]));
      if (!verifies(s, r.keys[s], r.text, r.signatures[s])) { bad('回执的 ' + TITLES[s] + ' 签名不对：回执被改动'); }
      else if (print !== m[s].signers[s] && !trusts(print)) { bad('回执的 ' + TITLES[s] + ' 签名密钥与袋的不同：回执可能是别人出具的'); }
    }
    if (good) { say('good', '回执有效：' + r.receiver + ' ' + r['signed-by'] + ' 于 ' + r['signed-at'] + ' 签收，签的就是这个袋'); }
  }

  // ---- the page

  var SIGNS = { good: '✓', note: '·', fault: '✗' };
  function by(id) { return document.getElementById(id); }
  by('form').addEventListener('submit', function (event) {
    event.preventDefault();
    var bag = by('bag').files[0];
    var key = by('key').value.replace(/[\s:-]/g, '').toLowerCase();
    var lines = by('lines');
    by('result').hidden = true;
    lines.textContent = '';
    if (!bag) { by('progress').textContent = '请先选择移送袋或者举报日期证明。'; return; }
    if (key && !/^[0-9a-f]{16,64}$/.test(key)) { by('progress').textContent = '签名密钥指纹应为十六进制数字，至少前 16 位；不知道可以不填。'; return; }
    function say(kind, sentence) {
      var li = document.createElement('li');
      var sign = document.createElement('b');
      sign.textContent = SIGNS[kind];
      li.className = kind;
      li.appendChild(sign);
      li.appendChild(document.createTextNode(sentence));
      lines.appendChild(li);
    }
    function verdict(good, sentence) {
      by('verdict').className = 'verdict ' + (good ? 'good' : 'fault');
      by('verdict').textContent = (good ? '✓ ' : '✗ ') + sentence;
      by('result').hidden = false;
      by('progress').textContent = '';
      by('go').disabled = false;
    }
    by('go').disabled = true;
    by('progress').textContent = '正在核验……';
    var passed = '通过：袋内文件、次序、签名都没有被改动';
    dayProof(bag).then(function (text) {
      if (text === null) { return check(bag, by('receipt').files[0], key, say, function (t) { by('progress').textContent = t; }); }
      passed = '通过：举报日期证明有效，没有被改动';
      return checkDay(text, key, say);
    }).then(function (faults) {
      verdict(!faults, faults ? '未通过：发现 ' + faults + ' 处问题' : passed);
    }, function (e) {
      if (e instanceof Unfit) { say('fault', e.sentence); verdict(false, e.foreign ? '没有核验' : '未通过'); return; }
      say('fault', '文件读取失败：' + (e && e.message || e));
      verdict(false, '没有核验');
    });
  });
})();

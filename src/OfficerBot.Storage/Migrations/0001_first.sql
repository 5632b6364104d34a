-- Text, {int}, {bytes}; instants are epoch milliseconds (UTC), local days uuuu-MM-dd, slots uuuu-MM-ddTHH:mm.
-- Everything that belongs to a group carries its id; accounts, chats and the wire do not belong to one.

create table work_group (
  group_id        text not null primary key,
  notice_revision {int} not null,
  roster_revision {int} not null
);

create table notice_revision (
  group_id  text not null,
  revision  {int} not null,
  yaml      text not null,
  stored_at {int} not null,
  primary key (group_id, revision)
);

-- The roster. Lists (aliases, English names) are one entry a line.
create table unit (
  id            {id},
  group_id      text not null,
  name          text not null,
  kind          text not null,
  aliases       text not null,
  english_names text not null,
  added_at      {int} not null,
  removed_at    {int}
);
create index unit_by_group on unit (group_id) where removed_at is null;

create table person (
  id           {id},
  group_id     text not null,
  unit_id      {int} not null references unit (id),
  name         text not null,
  title        text not null,
  phone        text,
  english_name text,
  roles        {int} not null,
  added_at     {int} not null,
  removed_at   {int}
);
create index person_by_group on person (group_id) where removed_at is null;

-- Who held which entry when: the entry as it was before each change.
create table roster_change (
  id           {id},
  group_id     text not null,
  revision     {int} not null,
  what         text not null,
  unit_id      {int} not null,
  person_id    {int},
  name         text not null,
  title        text not null,
  phone        text,
  english_name text,
  roles        {int} not null,
  by_person    {int},
  at           {int} not null
);
create index roster_change_by_group on roster_change (group_id, revision);

create table account (
  id      {id},
  channel text not null,
  user_id text not null,
  name    text not null,
  locale  text not null,
  unique (channel, user_id)
);

create table binding (
  id         {id},
  group_id   text not null,
  account_id {int} not null references account (id),
  person_id  {int} not null references person (id),
  vouched_by {int},
  how        text not null,
  bound_at   {int} not null,
  ended_at   {int}
);
create unique index binding_open on binding (account_id, group_id) where ended_at is null;
create index binding_by_person on binding (person_id) where ended_at is null;

create table chat (
  id           {id},
  channel      text not null,
  conversation text not null,
  is_group     {int} not null,
  group_id     text,
  owner_id     {int} references account (id),
  can_update   {int} not null,
  reachable    {int} not null,
  reference    text,
  last_used_at {int} not null,
  unique (channel, conversation)
);
create index chat_by_owner on chat (owner_id) where owner_id is not null;
create index chat_by_group on chat (group_id) where group_id is not null;

create table chat_link (
  id       {id},
  group_id text not null,
  chat_id  {int} not null references chat (id),
  by_person {int},
  how      text not null,
  at       {int} not null
);

-- Numbers are given here and never again, whatever becomes of the leads.
create table lead_number (
  group_id  text not null,
  filed_day text not null,
  last_seq  {int} not null,
  primary key (group_id, filed_day)
){clustered};

-- The present version of each lead; text_key is a hash of group, unit and folded text, for the double-post question.
create table lead (
  id             {id},
  group_id       text not null,
  filed_day      text not null,
  seq            {int} not null,
  unit_id        {int} not null references unit (id),
  officer_id     {int},
  filed_by       {int} not null,
  for_day        text not null,
  filed_at       {int} not null,
  title          text not null,
  text           text not null,
  category       {int} not null,
  version        {int} not null,
  status         {int} not null,
  pictures       {int} not null,
  text_key       {int} not null,
  source_chat    {int} not null,
  source_message text,
  item           {int} not null,
  changed_by     {int} not null,
  changed_at     {int} not null
);
create unique index lead_by_number on lead (group_id, filed_day, seq);
-- The day first, the unit after it: what is filed today lies together, so that a commit writes few pages; a unit's days are found in the index alone.
create index lead_by_day on lead (group_id, for_day, unit_id);
create index lead_by_filed_at on lead (group_id, filed_at, unit_id, filed_by);
create index lead_by_text on lead (filed_day, text_key);
create index lead_by_message on lead (source_chat, source_message) where source_message is not null;

-- Versions that are no longer the present one.
create table lead_version (
  lead_id  {int} not null references lead (id),
  version  {int} not null,
  group_id text not null,
  unit_id  {int} not null,
  title    text not null,
  text     text not null,
  category {int} not null,
  status   {int} not null,
  by_person {int} not null,
  at       {int} not null,
  primary key (lead_id, version)
);

create table lead_picture (
  id           {id},
  group_id     text not null,
  lead_id      {int} not null references lead (id),
  sha256       text not null,
  content_type text not null,
  name         text not null,
  size         {int} not null,
  by_person    {int} not null,
  at           {int} not null,
  unique (lead_id, sha256)
);

create table filing (
  id        {id},
  group_id  text not null,
  duty_id   text not null,
  slot      text not null,
  unit_id   {int} not null,
  kind      {int} not null,
  by_person {int} not null,
  at        {int} not null,
  recorded  {int} not null,
  lead_id   {int},
  report_id {int},
  reason    text
);
create index filing_by_slot on filing (group_id, duty_id, slot, unit_id);
create index filing_by_lead on filing (lead_id) where lead_id is not null;

create table filing_void (
  filing_id {int} not null references filing (id),
  group_id  text not null,
  by_person {int},
  at        {int} not null,
  reason    text not null,
  primary key (filing_id)
);

-- Kinds of filing in force, kept in the transaction that files or voids: what "who has not reported" reads, however many leads there are.
create table slot_kinds (
  group_id text not null,
  duty_id  text not null,
  slot     text not null,
  unit_id  {int} not null,
  kinds    {int} not null,
  primary key (group_id, duty_id, slot, unit_id)
){clustered};

create table standing (
  id           {id},
  group_id     text not null,
  duty_id      text not null,
  slot         text not null,
  unit_id      {int} not null,
  kind         {int} not null,
  minutes_late {int} not null,
  by_person    {int},
  reason       text,
  at           {int} not null
);
create index standing_by_slot on standing (group_id, duty_id, slot, unit_id);

-- unit_id 0 is the liaison's weekly report.
create table report (
  id             {id},
  group_id       text not null,
  kind           {int} not null,
  unit_id        {int} not null,
  duty_id        text not null,
  slot           text not null,
  revision       {int} not null,
  state          {int} not null,
  covers_from    {int} not null,
  cut_off        {int},
  confirmed_by   {int},
  confirmed_at   {int},
  message_id     text,
  accepted_at    {int},
  accepted_words text,
  opened_at      {int} not null,
  unique (group_id, duty_id, slot, unit_id, revision)
);
create index report_by_confirmed on report (group_id, unit_id, confirmed_at) where confirmed_at is not null;

create table report_edit (
  id           {id},
  group_id     text not null,
  report_id    {int} not null references report (id),
  kind         text not null,
  lead_day     text,
  lead_seq     {int},
  words        text,
  sha256       text,
  content_type text,
  size         {int},
  by_person    {int} not null,
  at           {int} not null
);
create index report_edit_by_report on report_edit (report_id);

create table report_file (
  report_id    {int} not null references report (id),
  place        {int} not null,
  group_id     text not null,
  name         text not null,
  content_type text not null,
  sha256       text not null,
  primary key (report_id, place)
);

create table report_lead (
  report_id {int} not null references report (id),
  lead_id   {int} not null references lead (id),
  group_id  text not null,
  place     {int} not null,
  primary key (report_id, lead_id)
);
create index report_lead_by_lead on report_lead (lead_id);

-- One letter of one confirmed report; next_at is machine time, null when nothing is left to do.
create table delivery (
  id         {id},
  group_id   text not null,
  report_id  {int} not null unique references report (id),
  message_id text not null,
  sha256     text not null,
  state      text not null,
  state_json text not null,
  next_at    {int}
);
create index delivery_open on delivery (next_at) where next_at is not null;

create table delivery_line (
  id        {id},
  group_id  text not null,
  report_id {int} not null references report (id),
  at        {int} not null,
  attempt   {int} not null,
  state     text not null,
  words     text not null
);
create index delivery_line_by_report on delivery_line (report_id);

-- Who asked for what: ids and fixed words only.
create table audit (
  id        {id},
  group_id  text not null,
  who       {int},
  what      text not null,
  about     text not null,
  at        {int} not null
);
create index audit_by_time on audit (group_id, at);

-- Everything to be said, before it is said. State: 0 pending, 1 sent, 2 failed, 3 dropped. group_id is empty for strangers.
create table outgoing (
  id          {id},
  group_id    text not null,
  unique_key  text not null,
  card_key    text,
  chat_id     {int} not null references chat (id),
  reply_name  text not null,
  values_json text not null,
  locale      text not null,
  rendered    text not null,
  state       {int} not null,
  attempts    {int} not null,
  next_at     {int} not null,
  sent_at     {int},
  activity_id text,
  created_at  {int} not null,
  unique (group_id, unique_key)
);
create index outgoing_pending on outgoing (chat_id, id) where state = 0;
create index outgoing_by_card on outgoing (chat_id, card_key, id) where card_key is not null;

-- Everything "later": one row per duty, rung and slot; closed rows are never touched again. due_at is office time.
create table due (
  group_id        text not null,
  duty_id         text not null,
  rung            text not null,
  slot            text not null,
  due_at          {int} not null,
  notice_revision {int} not null,
  done_at         {int},
  outcome         text,
  primary key (group_id, duty_id, rung, slot)
){clustered};
create index due_open on due (due_at) where done_at is null;

create table seen_message (
  channel      text not null,
  conversation text not null,
  message      text not null,
  seen_at      {int} not null,
  primary key (channel, conversation, message)
){clustered};
create index seen_message_by_time on seen_message (seen_at);

create table dialog_state (
  chat_id    {int} not null,
  account_id {int} not null,
  name       text not null,
  version    {int} not null,
  json       text not null,
  saved_at   {int} not null,
  primary key (chat_id, account_id)
);

create table direct_line_conversation (
  id          text not null primary key,
  kind        text not null,
  next_seq    {int} not null,
  last_change {int} not null,
  last_time   {int},
  is_over     {int} not null
);

create table direct_line_member (
  conversation_id text not null,
  user_id         text not null,
  primary key (conversation_id, user_id)
){clustered};

create table direct_line_activity (
  conversation_id    text not null,
  seq                {int} not null,
  change             {int} not null,
  json               text not null,
  client_activity_id text,
  at                 {int} not null,
  primary key (conversation_id, seq)
);
create unique index direct_line_activity_by_change on direct_line_activity (conversation_id, change);
create index direct_line_activity_by_client on direct_line_activity (conversation_id, client_activity_id) where client_activity_id is not null;

create table setting (
  name  text not null primary key,
  value text not null
);

-- Files handed out by an unguessable key.
create table upload (
  key          text not null primary key,
  group_id     text not null,
  name         text not null,
  content_type text not null,
  sha256       text not null,
  expires_at   {int}
);

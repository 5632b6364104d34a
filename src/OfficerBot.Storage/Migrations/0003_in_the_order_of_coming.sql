-- Keys in the order in which messages come: what is written together then lies together, and a commit of many turns changes few pages.

create table seen_message_new (
  channel      text not null,
  message      text not null,
  conversation text not null,
  seen_at      {int} not null,
  primary key (channel, message, conversation)
){clustered};
insert into seen_message_new (channel, message, conversation, seen_at) select channel, message, conversation, seen_at from seen_message;
drop table seen_message;
alter table seen_message_new rename to seen_message;
create index seen_message_by_time on seen_message (seen_at);

drop index lead_by_message;
create index lead_by_message on lead (source_message, source_chat) where source_message is not null;

-- Rows that lie in their key: one page a turn instead of two.
create table dialog_state_new (
  chat_id    {int} not null,
  account_id {int} not null,
  name       text not null,
  version    {int} not null,
  json       text not null,
  saved_at   {int} not null,
  primary key (chat_id, account_id)
){clustered};
insert into dialog_state_new (chat_id, account_id, name, version, json, saved_at) select chat_id, account_id, name, version, json, saved_at from dialog_state;
drop table dialog_state;
alter table dialog_state_new rename to dialog_state;

-- How many leads a unit has on a day, and whether one of them has the same text, is answered by the index alone.
drop index lead_by_text;
drop index lead_by_day;
create index lead_by_day on lead (group_id, for_day, unit_id, status, text_key);

-- Which message made a zero report, so that it goes and comes back with the message.
create table filing_message (
  group_id  text not null,
  chat_id   {int} not null,
  message   text not null,
  filing_id {int} not null references filing (id),
  primary key (group_id, chat_id, message, filing_id)
){clustered};

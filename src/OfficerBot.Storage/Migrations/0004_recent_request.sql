-- What an account asked last in a chat, so that "那昨天呢" has something to follow; worthless after some minutes.
create table recent_request (
  chat_id    {int} not null,
  account_id {int} not null,
  json       text not null,
  said_at    {int} not null,
  primary key (chat_id, account_id)
);

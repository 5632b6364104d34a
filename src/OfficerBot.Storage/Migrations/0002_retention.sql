-- What the tidying job looks for, and what the metrics count, without going through tables.
create index direct_line_conversation_idle on direct_line_conversation (last_time) where is_over = 0;
create index direct_line_conversation_over on direct_line_conversation (last_time) where is_over = 1;
create index direct_line_member_by_user on direct_line_member (user_id);
create index upload_by_expiry on upload (expires_at) where expires_at is not null;
create index upload_by_file on upload (sha256);
create index delivery_by_state on delivery (state);
create index delivery_by_file on delivery (sha256);
create index lead_picture_by_file on lead_picture (sha256);
create index report_file_by_file on report_file (sha256);
create index report_edit_by_file on report_edit (sha256) where sha256 is not null;

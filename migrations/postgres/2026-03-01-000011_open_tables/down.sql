drop table table_batch_rows;
drop table table_batches;
drop table open_tables;

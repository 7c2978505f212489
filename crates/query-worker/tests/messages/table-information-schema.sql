select * from information_schema.tables

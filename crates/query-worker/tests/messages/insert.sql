insert into users values (9, 'Eve', 'US', null)

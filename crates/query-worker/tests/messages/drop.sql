drop table users

select * from 'users.csv'

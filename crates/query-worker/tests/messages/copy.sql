copy users to '/tmp/users.csv'

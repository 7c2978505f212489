how many users are there?

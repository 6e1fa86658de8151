@ckstack-token
Feature: Refusing incomplete credentials
  A login needs a user id and a password, both as text.

  Background:
    Given Sora is a user

  Rule: A user id that is missing, empty or not text is refused

    @must @CK-16
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: invalid user ids
        | login                              |
        | without a user id                  |
        | whose user id is null              |
        | whose user id is empty             |
        | whose user id is a number          |
        | whose user id is true              |
        | whose user id is false             |
        | whose user id is zero              |
        | whose user id is a negative number |
        | whose user id is a fraction        |
        | whose user id is an empty object   |
        | whose user id is an empty array    |

  Rule: A password that is missing, empty or not text is refused

    @must @CK-16
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: invalid passwords
        | login                               |
        | without a password                  |
        | whose password is null              |
        | whose password is empty             |
        | whose password is a number          |
        | whose password is true              |
        | whose password is false             |
        | whose password is zero              |
        | whose password is a negative number |
        | whose password is a fraction        |
        | whose password is an empty object   |
        | whose password is an empty array    |

  Rule: A member whose name differs in letter case counts as missing or as the documented one

    @must @CK-16
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused, or answered as a lenient reader would answer it

      Examples: names in another letter case
        | login                                        |
        | whose user id member has a capitalised name  |
        | whose password member has a capitalised name |

  Rule: A member whose name differs in letter case is better taken for missing

    @should @CK-16
    Scenario Outline: A login <login> is incomplete
      When Sora sends a login <login>
      Then the login is refused as incomplete
      And no token is issued

      Examples: names in another letter case
        | login                                        |
        | whose user id member has a capitalised name  |
        | whose password member has a capitalised name |

  Rule: Credentials elsewhere in the request are ignored

    @must @CK-16
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is refused
      And no token is issued

      Examples: credentials in other places
        | login                                          |
        | with the credentials nested one level too deep |
        | with the user id under other names             |
        | with the password under other names            |

    @must @CK-16
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then no token is issued

      Examples: credentials in the query
        | login                          |
        | with the user id in the query  |
        | with the password in the query |

@ckstack-token
Feature: Giving the transaction id back
  Callers match answers to requests by the transaction id they sent.

  Background:
    Given Sora is a user

  Rule: The transaction id comes back to the character

    @must @CK-02
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the answer gives the transaction id back

      Examples: transaction ids
        | login                                                  |
        | with a transaction id of letters and digits            |
        | with a transaction id of digits with zeros before them |
        | with a transaction id of reserved characters           |
        | with a transaction id of quotes and a backslash        |
        | with a transaction id outside ASCII                    |
        | with a transaction id of 256 characters                |
        | with a transaction id of twenty digits                 |
        | with the transaction id 0                              |
        | with the transaction id true                           |
        | with the transaction id null                           |
        | with a transaction id of a JSON object                 |
        | with a transaction id of a JSON array                  |
        | with a transaction id of blanks and slashes            |

    @must @CK-02
    Scenario Outline: A refused login <login>
      When Sora sends a login <login>
      Then the answer gives the transaction id back

      Examples: refused credentials
        | login                                                             |
        | with a password unlike the right one                              |
        | as a user who does not exist                                      |
        | with a wrong password and a transaction id of reserved characters |
        | with a wrong password and a transaction id outside ASCII          |
        | with a wrong password and a transaction id of 256 characters      |

    @should @CK-02
    Scenario Outline: A refused login <login>
      When Sora sends a login <login>
      Then the answer gives the transaction id back

      Examples: other refusals
        | login                                 |
        | without a password                    |
        | with a body that lacks its last brace |
        | without H-Authorization               |

  Rule: Without a transaction id none comes back, or a string

    @must @CK-03
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the answer gives no transaction id, or a string

      Examples: without a transaction id
        | login                                                  |
        | without a transaction id                               |
        | without a transaction id and with a wrong password     |
        | without a transaction id and with a body of plain text |
        | without a transaction id and without a user id         |

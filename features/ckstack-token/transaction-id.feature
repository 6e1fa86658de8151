@ckstack-token
Feature: Returning the transaction id
  Callers use the transaction id they sent to match answers to requests.

  Background:
    Given Sora is a user

  Rule: The transaction id is returned exactly as it was sent

    @must @CK-02
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the answer returns the transaction id

      Examples: transaction ids
        | login                                              |
        | with a transaction id of letters and digits        |
        | with a transaction id of digits with leading zeros |
        | with a transaction id of reserved characters       |
        | with a transaction id of quotes and a backslash    |
        | with a transaction id of non-ASCII characters      |
        | with a transaction id of 256 characters            |
        | with a transaction id of twenty digits             |
        | with the transaction id 0                          |
        | with the transaction id true                       |
        | with the transaction id null                       |
        | with a transaction id that is a JSON object        |
        | with a transaction id that is a JSON array         |
        | with a transaction id of spaces and slashes        |

      Examples: transaction ids that mean something else to some
        | login                                            |
        | with a transaction id of 255 characters          |
        | with a transaction id of 255 bytes outside ASCII |
        | with a transaction id of 256 bytes outside ASCII |
        | with a transaction id of 32 hexadecimal digits   |
        | with a transaction id that is a UUID             |
        | with a transaction id that is a date             |
        | with a transaction id that is a time             |
        | with the transaction id 1e3                      |
        | with the transaction id 0x1F                     |
        | with the transaction id -1.50                    |
        | with the transaction id NaN                      |
        | with the transaction id undefined                |
        | with the transaction id false                    |

    @must @CK-02
    Scenario Outline: A refused login <login>
      When Sora sends a login <login>
      Then the answer returns the transaction id

      Examples: refused credentials
        | login                                                              |
        | with a completely different password                               |
        | as a user who does not exist                                       |
        | with a wrong password and a transaction id of reserved characters  |
        | with a wrong password and a transaction id of non-ASCII characters |
        | with a wrong password and a transaction id of 256 characters       |

    @should @CK-02
    Scenario Outline: A refused login <login>
      When Sora sends a login <login>
      Then the answer returns the transaction id

      Examples: other refusals
        | login                                 |
        | without a password                    |
        | with a body that lacks its last brace |
        | without H-Authorization               |

  Rule: Without a transaction id, the answer has none or a string

    @must @CK-03
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the answer returns no transaction id, or a string

      Examples: without a transaction id
        | login                                                  |
        | without a transaction id                               |
        | without a transaction id and with a wrong password     |
        | without a transaction id and with a body of plain text |
        | without a transaction id and without a user id         |

  Rule: A transaction id may be in any language

    @must @CK-32 @since-2026-12
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is accepted

      Examples: transaction ids in the languages in question
        | login                                                         |
        | with a transaction id in Hangul                               |
        | with a transaction id in Hangul of single letters             |
        | with a transaction id in hiragana                             |
        | with a transaction id in katakana with separate voicing marks |
        | with a transaction id in kanji                                |
        | with a transaction id in kanji outside the basic plane        |
        | with a transaction id in composed Latin letters               |
        | with a transaction id in decomposed Latin letters             |

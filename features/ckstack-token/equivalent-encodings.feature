@ckstack-token
Feature: Accepting every valid way to write a login
  JSON and HTTP allow the same request to be written in several ways, and all of them mean the same.

  Background:
    Given Sora is a user

  Rule: Other ways to write the same login are accepted

    @must @CK-24
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is accepted

      Examples: the same request to JSON and HTTP
        | login                                                     |
        | written with its members in reverse order                 |
        | written with white space between all tokens               |
        | written with \u escapes in its values                     |
        | written with \u escapes for some characters of its values |
        | written with \u escapes in its member names               |
        | sent with header names in lower case                      |
        | sent with header names in upper case                      |

    @must @CK-32 @since-2026-12
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is accepted

      Examples: as large as many requests are
        | login                                       |
        | written with white space up to 1 KiB in all |
        | written with white space up to 4 KiB in all |
        | written with white space up to 7 KiB in all |

    @must @CK-24 @since-2026-12
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is accepted

      Examples: the same request to HTTP
        | login                                                 |
        | sent as Application/JSON                              |
        | with other query parameters around its transaction id |

    @must @CK-24 @since-2026-12
    Scenario: A slash may be escaped
      When Sora tries a login as a stranger whose name has a slash, then one as a stranger whose name has an escaped slash
      Then the two answers have the same error

  Rule: What the document does not mention is tolerated

    @should @CK-25
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is accepted

      Examples: as real clients send it
        | login                                   |
        | with unknown members                    |
        | sent as application/json; charset=utf-8 |

      Examples: as large as many requests are
        | login                                   |
        | with unknown members up to 1 KiB in all |
        | with unknown members up to 4 KiB in all |
        | with unknown members up to 7 KiB in all |

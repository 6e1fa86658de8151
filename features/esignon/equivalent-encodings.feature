@esignon-startsimple @esignon-login
Feature: Accepting every valid way to write a login
  JSON and HTTP allow the same request to be written in several ways, and all of them mean the same.

  Background:
    Given Mina is a user of the company

  Rule: Other ways to write the same login are accepted

    @must @ES-19
    Scenario Outline: A login <login>
      When Mina sends a login <login>
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

    @must @ES-32 @since-2026-12
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is accepted

      Examples: as large as many requests are
        | login                                       |
        | written with white space up to 1 KiB in all |
        | written with white space up to 4 KiB in all |
        | written with white space up to 7 KiB in all |

    @must @ES-19 @since-2026-12
    Scenario: The letter case of the media type means nothing
      When Mina sends a login sent as Application/JSON
      Then the login is accepted

    @must @ES-19 @since-2026-12
    Scenario: A slash may be escaped
      When Mina sends a login with a wrong password in which slashes are escaped
      Then the login is refused with result code "10"

  Rule: Members that the document does not list are ignored

    @should @ES-20
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is accepted

      Examples: as real clients send them
        | login                                          |
        | with an unknown member in its header           |
        | with unknown members in its body               |
        | with an unknown member next to header and body |

    @should @ES-32 @since-2026-12
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is accepted

      Examples: as large as many requests are
        | login                                   |
        | with unknown members up to 1 KiB in all |
        | with unknown members up to 4 KiB in all |
        | with unknown members up to 7 KiB in all |

  Rule: The content type can name the charset

    @should @ES-21
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is accepted

      Examples: content types with a charset
        | login                                   |
        | sent as application/json; charset=utf-8 |
        | sent as application/json;charset=UTF-8  |

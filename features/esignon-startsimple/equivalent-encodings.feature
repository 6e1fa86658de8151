@esignon-startsimple
Feature: Reading a login however it is written
  JSON and HTTP leave the writer some freedom, which changes nothing.

  Background:
    Given Mina is a user of the company

  Rule: Other spellings of the same login are accepted

    @must @ES-19
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is accepted

      Examples: the same to JSON and to HTTP
        | login                                                     |
        | written with its members in reverse order                 |
        | written with white space between all its parts            |
        | written with \u escapes in its values                     |
        | written with \u escapes for some characters of its values |
        | written with \u escapes in its member names               |
        | sent with header names in small letters                   |
        | sent with header names in capitals                        |

  Rule: Members that the document does not know are ignored

    @should @ES-20
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is accepted

      Examples: as clients in the field send them
        | login                                         |
        | with an unknown member in its header          |
        | with unknown members in its body              |
        | with an unknown member beside header and body |

  Rule: The charset may be named

    @should @ES-21
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is accepted

      Examples: Content-Types with a charset
        | login                                   |
        | sent as application/json; charset=utf-8 |
        | sent as application/json;charset=UTF-8  |

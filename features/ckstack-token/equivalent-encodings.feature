@ckstack-token
Feature: Reading a login however it is written
  JSON and HTTP leave the writer some freedom, which changes nothing.

  Background:
    Given Sora is a user

  Rule: Other spellings of the same login are accepted

    @must @CK-24
    Scenario Outline: A login <login>
      When Sora sends a login <login>
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

  Rule: What the document does not speak of is tolerated

    @should @CK-25
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is accepted

      Examples: as clients in the field send it
        | login                                   |
        | with unknown members                    |
        | sent as application/json; charset=utf-8 |

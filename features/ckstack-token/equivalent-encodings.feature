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

  Rule: What the document does not mention is tolerated

    @should @CK-25
    Scenario Outline: A login <login>
      When Sora sends a login <login>
      Then the login is accepted

      Examples: as real clients send it
        | login                                   |
        | with unknown members                    |
        | sent as application/json; charset=utf-8 |

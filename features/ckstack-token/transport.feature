@ckstack-token
Feature: HTTP and JSON
  Whatever a login leads to, the answer can be read the same way.

  Background:
    Given Sora is a user

  Rule: A client's mistake is not answered as a server's, and in UTF-8 JSON

    @must @CK-23 @CK-31
    Scenario Outline: The answer to a login <login>
      When Sora sends a login <login>
      Then the HTTP status is one that the contract allows
      And the body of the answer is UTF-8 JSON

      Examples: one mistake of each kind
        | login                                      |
        | with a password unlike the right one       |
        | as a user who does not exist               |
        | without a password                         |
        | whose user id is a number                  |
        | with an empty body                         |
        | with a body that lacks its last brace      |
        | that is null as a whole                    |
        | without H-Authorization                    |
        | with a signature that differs near its end |

  Rule: A success is UTF-8 JSON

    @must @CK-31
    Scenario: A user logs in
      When Sora logs in
      Then the body of the answer is UTF-8 JSON

  Rule: Every answer is announced as JSON

    @should @CK-31
    Scenario: How the answer to a user is announced
      When Sora logs in
      Then the answer is announced as JSON

    @should @CK-31
    Scenario Outline: How the answer to a login <login> is announced
      When Sora sends a login <login>
      Then the answer is announced as JSON

      Examples: refusals that may come from other layers
        | login                                |
        | with a password unlike the right one |
        | with an empty body                   |
        | without H-Authorization              |

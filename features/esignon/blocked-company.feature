Feature: Refusing blocked companies
  A company that is not allowed to call the API gets no token, whoever asks.

  Background:
    Given Bora is a user of a blocked company

  @esignon-login
  Rule: Right credentials yield result code 95

    @must @LG-01
    Scenario: A user of the blocked company logs in
      When Bora logs in
      Then the login is refused with result code "95"
      And no token is issued

  @esignon-login
  Rule: Another way to name the company changes nothing

    @must @LG-01 @since-2026-12
    Scenario Outline: No token for a login <login>
      When Bora sends a login <login>
      Then no token is issued

      Examples: other ways to name the company
        | login                                                |
        | to the company with its first letter percent-encoded |
        | with the name of the other company in its body       |

    @must @LG-01 @since-2026-12
    Scenario: No token for a user of the other company
      Given Mina is a user of the company
      When Mina sends a login to the blocked company with the own company in its body
      Then no token is issued

    @should @LG-01 @since-2026-12
    Scenario Outline: Result code 95 to a login <login>
      When Bora sends a login <login>
      Then the login is refused with result code "95"

      Examples: other ways to name the company
        | login                                                |
        | to the company with its first letter percent-encoded |
        | with the name of the other company in its body       |

  @esignon-login
  Rule: Wrong credentials yield result code 95 or 10

    @must @LG-03
    Scenario Outline: A login <login>
      When Bora sends a login <login>
      Then the login is refused with result code "95" or "10"
      And no token is issued

      Examples: wrong credentials
        | login                                |
        | with a completely different password |
        | with an e-mail that nobody has       |

  @esignon-startsimple
  Rule: A company that is blocked at the other endpoint is answered with the codes of this one

    @must @SS-02
    Scenario: An unknown user logs in
      When Bora sends a login with an e-mail that nobody has
      Then the login is refused with result code "10", "12" or "99"
      And no token is issued

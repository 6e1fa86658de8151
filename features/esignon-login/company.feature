@esignon-login
Feature: Checking the company
  A login is valid for one company only.

  Background:
    Given Mina is a user of the company

  Rule: A company that does not exist is refused

    @must @ES-29
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10", "99" or "95"

      Examples: companies that do not exist
        | login                                            |
        | to a company that does not exist                 |
        | with extra text appended to a known company name |
        | with a known company name minus its last letter  |

  Rule: Text that is not a company name gets no token

    @must @ES-29
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: text that a provider need not accept as a name
        | login                                       |
        | to a company named %                        |
        | to a company named ' OR '1'='1              |
        | to a company whose name is 300 letters long |
        | to a company whose name is Korean           |

  Rule: The company in the path counts, whatever the body says

    @must @ES-05
    Scenario: The body names another company, as a body sent to the other endpoint does
      When Mina sends a login with another company in its body
      Then the login is accepted, or refused with result code "10", "12", "95" or "99"

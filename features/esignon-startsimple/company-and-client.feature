@esignon-startsimple
Feature: Checking the company and the client
  A login is valid for one company only.

  Background:
    Given Mina is a user of the company

  Rule: A company that does not exist is refused

    @must @ES-29
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then the login is refused with result code "10" or "99"

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

  Rule: The body names the same company as the path

    @should @SS-03
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: contradictions
        | login                                              |
        | whose body names a different company than the path |
        | whose body names the company with an extra letter  |
        | whose body names another existing company          |
        | whose path names a different company than the body |

  Rule: Only known clients get a token

    @should @SS-04
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: unknown clients
        | login                                          |
        | with an unknown client id                      |
        | with an extra letter appended to the client id |
        | with the client id minus its last letter       |
        | with the client id in a different letter case  |

  Rule: Company and client id are required

    @should @SS-05
    Scenario Outline: A login <login>
      When Mina sends a login <login>
      Then no token is issued

      Examples: missing and empty members
        | login                                |
        | without a company in its body        |
        | with an empty company in its body    |
        | with null as the company in its body |
        | without a client id                  |
        | with an empty client id              |
        | with null as the client id           |

@ckstack-token
Feature: Role derivation
  The menus of the groups of a company tell which roles a user has in it.

  Rule: A role comes with its menu, and with none of a higher role

    @must @RO-01
    Scenario Outline: The <role> logs in
      Given <name> is the fixture's <role>
      When <name> logs in
      Then <name> has the role of <role> and none above it

      Examples: the three roles
        | name    | role                       |
        | Minjun  | system administrator       |
        | Seoyeon | intermediate administrator |
        | Doyun   | general user               |

  Rule: The name of a menu counts whole, in any case

    @must @RO-02
    Scenario Outline: The menu of the <role> is spelled in any case
      Given <name> is the fixture's <role>
      When <name> logs in
      Then <name> has the role of <role> and none above it

      Examples: the three roles
        | name    | role                       |
        | Minjun  | system administrator       |
        | Seoyeon | intermediate administrator |
        | Doyun   | general user               |

  Rule: Roles are kept company by company

    @must @RO-03
    Scenario: A user of several companies logs in
      Given Jiwoo is the fixture's user of several companies
      When Jiwoo logs in
      Then Jiwoo has in each company just the roles of the fixtures

  Rule: Other menus give no role

    @must @RO-04
    Scenario: A user without a role logs in
      Given Yuna is the fixture's user without a role
      When Yuna logs in
      Then Yuna has no role

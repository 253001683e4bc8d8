"""Each screen from its services; imported when it is first asked for, so that a start pays for one screen only."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from nmirf_desktop.services.secretariat import Secretariat
from nmirf_desktop.ui.screen import Screen
from nmirf_desktop.ui.shell import Shell

Make = Callable[[Secretariat, Shell], Screen]


def _home(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.home import HomeScreen

    return HomeScreen(desk.home, shell.language, shell.alerts)


def _members(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.members import MembersScreen

    return MembersScreen(desk, shell.language, shell.alerts)


def _imports(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.imports import ImportsScreen

    return ImportsScreen(desk, shell.jobs, shell.language, shell.alerts, shell.memory)


def _people(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.people import PeopleScreen

    return PeopleScreen(desk, shell.language, shell.alerts)


def _committee(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.committee import CommitteeScreen

    return CommitteeScreen(desk, shell.language, shell.alerts)


def _candidatures(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.candidatures import CandidaturesScreen

    return CandidaturesScreen(desk, shell.language, shell.alerts)


def _meetings(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.meetings import MeetingsScreen

    return MeetingsScreen(desk, shell.language, shell.alerts, shell.memory)


def _participants(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.participants import ParticipantsScreen

    return ParticipantsScreen(desk, shell.language, shell.alerts, shell.memory)


def _agenda(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.agenda import AgendaScreen

    return AgendaScreen(desk, shell.language, shell.alerts)


def _texts(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.texts import TextsScreen

    return TextsScreen(desk, shell.jobs, shell.language, shell.alerts, shell.memory)


def _session(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.session import SessionScreen

    screen = SessionScreen(desk, shell.language, shell.alerts)
    screen.projection.remember(shell.memory)
    return screen


def _minutes(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.minutes import MinutesScreen

    screen = MinutesScreen(desk, shell.language, shell.alerts, shell.jobs)
    screen.word.remember_in(shell.memory)
    return screen


def _documents(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.documents import DocumentsScreen

    return DocumentsScreen(desk, shell.jobs, shell.language, shell.alerts, shell.memory)


def _distribution(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.distribution import DistributionScreen

    return DistributionScreen(desk, shell.jobs, shell.language, shell.alerts, shell.memory)


def _decisions(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.decisions import DecisionsScreen

    return DecisionsScreen(desk, shell.language, shell.alerts)


def _follow_ups(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.follow_ups import FollowUpsScreen

    return FollowUpsScreen(desk, shell.language, shell.alerts)


def _partners(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.partnerships import PartnershipsScreen

    return PartnershipsScreen(desk, shell.language, shell.alerts)


def _good_practices(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.good_practices import GoodPracticesScreen

    return GoodPracticesScreen(desk, shell.language, shell.alerts)


def _contributions(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.contributions import ContributionsScreen

    return ContributionsScreen(desk, shell.language, shell.alerts)


def _action_plan(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.action_plans import ActionPlansScreen

    return ActionPlansScreen(desk, shell.language, shell.alerts)


def _rules(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.rules import RulesScreen

    return RulesScreen(desk, shell.language, shell.alerts)


def _activities(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.activities import ActivitiesScreen

    return ActivitiesScreen(desk, shell.language, shell.alerts)


def _annual_review(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.annual_review import AnnualReviewScreen

    return AnnualReviewScreen(desk, shell.language, shell.alerts)


def _encouragement(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.encouragement import EncouragementScreen

    return EncouragementScreen(desk, shell.language, shell.alerts)


def _settings(desk: Secretariat, shell: Shell) -> Screen:
    from nmirf_desktop.ui.screens.settings import SettingsScreen

    return SettingsScreen(desk.settings, shell.memory, shell.language, shell.alerts, desk)


SCREENS: Mapping[str, Make] = MappingProxyType(
    {
        "home": _home,
        "members": _members,
        "imports": _imports,
        "people": _people,
        "encouragement": _encouragement,
        "committee": _committee,
        "candidatures": _candidatures,
        "meetings": _meetings,
        "participants": _participants,
        "agenda": _agenda,
        "texts": _texts,
        "session": _session,
        "minutes": _minutes,
        "decisions": _decisions,
        "follow-ups": _follow_ups,
        "activities": _activities,
        "partners": _partners,
        "good-practices": _good_practices,
        "knowledge-hub": _contributions,
        "action-plan": _action_plan,
        "annual-review": _annual_review,
        "documents": _documents,
        "distribution": _distribution,
        "rules": _rules,
        "settings": _settings,
    }
)
"""The screens by their names in the window's list."""

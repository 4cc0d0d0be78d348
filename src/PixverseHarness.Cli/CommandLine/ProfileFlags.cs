using System.CommandLine;
using PixverseHarness.Cli.Messages;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Cli.CommandLine;

/// <summary>The options that choose a reading of the API, for every verb that needs one.</summary>
internal sealed class ProfileFlags
{
    private readonly Option<string?> _profile = OptionOf.Word(
        "--profile", "NAME", "Which reading of the API holds where sources disagree: documented or observed. Default documented.", ["documented", "observed"]);

    private readonly Option<(ProfileSwitch Switch, string Value)[]> _switches = OptionOf.Values(
        "--switch", "NAME=VALUE", "Sets one choice of the profile; the names are below.", ReadSwitch);

    /// <summary>The switches of a profile with their values, for help pages.</summary>
    public static HelpSection SwitchSection { get; } = new(
        "Switches (the documented profile's value comes first)",
        [.. ProfileSwitches.All.Select(s => ($"{s.Name}={string.Join('|', s.Values)}", s.Summary))]);

    /// <summary>Adds the options to a verb.</summary>
    public void AddTo(Command verb)
    {
        verb.Options.Add(_profile);
        verb.Options.Add(_switches);
    }

    /// <summary>The profile of the command line, or the one given where it names none, with the switches set.</summary>
    public ApiProfile Apply(VerbContext context, ApiProfile otherwise)
    {
        var profile = context.Get(_profile) is { } name ? ApiProfile.Find(name)! : otherwise;
        foreach (var (choice, value) in context.Get(_switches)!)
        {
            profile = choice.Apply(profile, value);
        }

        return profile;
    }

    private static (ProfileSwitch Switch, string Value) ReadSwitch(string text)
    {
        var parts = text.Split('=', 2);
        var choice = ProfileSwitches.Find(parts[0]) ?? throw OptionOf.NotOneOf("--switch", parts[0], [.. ProfileSwitches.All.Select(s => s.Name)]);
        if (parts.Length < 2)
        {
            throw new FaultException(new Fault(GeneralMessages.InvalidValue, $"{Quoted.Of(text)} has no value")
            {
                Where = "--switch",
                Allowed = [.. choice.Values.Select(v => $"{choice.Name}={v}")],
            });
        }

        return choice.Values.Contains(parts[1]) ? (choice, parts[1]) : throw OptionOf.NotOneOf($"--switch {choice.Name}", parts[1], choice.Values);
    }
}

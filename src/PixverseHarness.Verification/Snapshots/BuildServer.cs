using System.Collections.Immutable;

namespace PixverseHarness.Verification.Snapshots;

/// <summary>Tells a machine that builds for everybody from a person's own, by the environment variables that such machines set.</summary>
public static class BuildServer
{
    private static readonly ImmutableArray<string> Others =
        ["GITHUB_ACTIONS", "TF_BUILD", "GITLAB_CI", "JENKINS_URL", "TEAMCITY_VERSION", "BUILDKITE", "CIRCLECI", "TRAVIS", "APPVEYOR", "BITBUCKET_BUILD_NUMBER"];

    /// <summary>Whether this is one. <c>CI</c> decides where it is set: <c>false</c> or <c>0</c> says no, anything else yes.</summary>
    /// <param name="variable">The value of an environment variable; null when it is not set.</param>
    public static bool IsDetected(Func<string, string?> variable) => variable("CI") switch
    {
        null or "" => Others.Any(name => variable(name) is { Length: > 0 }),
        var value => !string.Equals(value, "false", StringComparison.OrdinalIgnoreCase) && value != "0",
    };
}

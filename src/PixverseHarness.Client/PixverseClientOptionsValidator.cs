namespace PixverseHarness.Client;

/// <summary>Says everything that is wrong with options; changes nothing, and never repeats the key.</summary>
internal static class PixverseClientOptionsValidator
{
    public static IReadOnlyList<string> Validate(PixverseClientOptions options)
    {
        var faults = new List<string>();
        var address = options.BaseAddress;
        if (address is null || !address.IsAbsoluteUri || address.Scheme is not ("http" or "https"))
        {
            faults.Add($"BaseAddress '{address}' is not an absolute http or https URL, such as http://127.0.0.1:5000");
        }
        else if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            faults.Add("BaseAddress has user info, a query or a fragment; give the origin and an optional path prefix only");
        }

        if (options.ApiKey is { } key && (key.Length == 0 || key.AsSpan().ContainsAnyExceptInRange('!', '~')))
        {
            faults.Add("ApiKey is empty or holds a space, a line break or a character outside ASCII; copy it again from the console");
        }

        if (string.IsNullOrWhiteSpace(options.UserAgent) || options.UserAgent.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            faults.Add("UserAgent is blank or holds a line break or a character outside ASCII");
        }

        AddTimeout(faults, nameof(options.StepTimeout), options.StepTimeout);
        AddTimeout(faults, nameof(options.SyncTimeout), options.SyncTimeout);
        AddTimeout(faults, nameof(options.DownloadTimeout), options.DownloadTimeout);
        if (options.MaxConnections < 1)
        {
            faults.Add(FormattableString.Invariant($"MaxConnections '{options.MaxConnections}' is not 1 or more"));
        }

        AddSize(faults, nameof(options.MaxRequestBytes), options.MaxRequestBytes);
        AddSize(faults, nameof(options.MaxJsonBytes), options.MaxJsonBytes);
        AddSize(faults, nameof(options.MaxVideoBytes), options.MaxVideoBytes);
        return faults;
    }

    private static void AddTimeout(List<string> faults, string name, TimeSpan value)
    {
        if (value != Timeout.InfiniteTimeSpan && (value <= TimeSpan.Zero || value > TimeSpan.FromDays(1)))
        {
            faults.Add($"{name} '{value}' is not between 0 and 1 day, nor Timeout.InfiniteTimeSpan");
        }
    }

    private static void AddSize(List<string> faults, string name, int value)
    {
        if (value is <= 0 or > 1 << 30)
        {
            faults.Add(FormattableString.Invariant($"{name} '{value}' is not between 1 and 1073741824 bytes"));
        }
    }
}

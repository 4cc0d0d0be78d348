using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Parameters;

/// <summary>Reads a JSON body into a <see cref="VideoRequest"/> and says everything that is wrong with it (section 4).</summary>
public sealed class RequestReader
{
    private readonly ApiProfile _profile;
    private readonly ImmutableArray<ParameterFault>.Builder _faults = ImmutableArray.CreateBuilder<ParameterFault>();
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    private RequestReader(ApiProfile profile) => _profile = profile;

    /// <summary>Reads the bytes of a body that was sent as JSON. Never throws, whatever the bytes.</summary>
    /// <param name="body">The bytes; anything but a JSON object in UTF-8 without a byte order mark is a fault.</param>
    /// <param name="profile">Decides the switches, as for a parsed body.</param>
    public static RequestReading Read(ReadOnlyMemory<byte> body, ApiProfile profile)
    {
        // The JSON parser looks at the bytes of a string only when somebody asks for its value.
        if (!Utf8.IsValid(body.Span))
        {
            return Unreadable(ParameterFaultKind.MalformedJson, "The request body is not UTF-8.");
        }

        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement, profile);
        }
        catch (JsonException)
        {
            return Unreadable(ParameterFaultKind.MalformedJson, "The request body is not well-formed JSON.");
        }
    }

    /// <summary>Reads a parsed body. Never throws, whatever the JSON.</summary>
    /// <param name="body">The root of the body; any JSON value.</param>
    /// <param name="profile">Decides the switches: omitted parameters, unknown members, number forms, lengths.</param>
    public static RequestReading Read(JsonElement body, ApiProfile profile) => new RequestReader(profile).Read(body);

    private RequestReading Read(JsonElement body)
    {
        if (body.ValueKind != JsonValueKind.Object)
        {
            return Unreadable(ParameterFaultKind.NotAnObject, "The request body must be a JSON object.");
        }

        ReadMembers(body);
        var request = new VideoRequest
        {
            AspectRatio = Choice<AspectRatio>("aspect_ratio") ?? AspectRatio.Landscape16x9,
            Duration = Choice<ClipDuration>("duration") ?? ClipDuration.FiveSeconds,
            MotionMode = Choice<MotionMode>("motion_mode") ?? MotionMode.Normal,
            Prompt = Text("prompt") ?? "",
            Quality = Choice<Quality>("quality") ?? Quality.P540,
            NegativePrompt = Text("negative_prompt"),
            Seed = Number("seed"),
            Style = Choice<VideoStyle>("style"),
        };

        foreach (var rule in CrossFieldRules.BrokenBy(request))
        {
            _faults.Add(new ParameterFault(rule.IfParameter, ParameterFaultKind.RuleBroken, $"Invalid combination: {rule.Sentence}.", rule));
        }

        return new RequestReading(request, _faults.ToImmutable());
    }

    // Every member is looked at once: JsonElement.TryGetProperty throws when it meets a name that is no legal text.
    private void ReadMembers(JsonElement body)
    {
        foreach (var member in body.EnumerateObject())
        {
            var name = NameOf(member);
            if (name is not null && !_members.TryAdd(name, member.Value))
            {
                _members[name] = member.Value;
                if (_profile.DuplicateMembers == MemberHandling.Reject)
                {
                    _faults.Add(new ParameterFault(name, ParameterFaultKind.DuplicateMember, $"'{name}' stands more than once."));
                }
            }
            else if (_profile.UnknownMembers == MemberHandling.Reject && (name is null || ParameterCatalogue.Find(name) is null))
            {
                var shown = name ?? "\uFFFD";
                _faults.Add(new ParameterFault(shown, ParameterFaultKind.UnknownMember, $"'{shown}' is not a parameter of this model."));
            }
        }
    }

    private T? Choice<T>(string name)
        where T : struct, Enum
    {
        var spec = ParameterCatalogue.Find(name)!;
        if (!TryGet(spec, out var value))
        {
            return null;
        }

        string text;
        if (spec.Type == ParameterType.Integer)
        {
            if (!TryInteger(value, out var number))
            {
                WrongType(spec, value);
                return null;
            }

            text = number.ToString(CultureInfo.InvariantCulture);
        }
        else if (!TryString(value, out text))
        {
            WrongType(spec, value);
            return null;
        }

        var index = spec.Allowed.IndexOf(text);
        if (index < 0)
        {
            var allowed = string.Join(", ", spec.Allowed);
            _faults.Add(new ParameterFault(name, ParameterFaultKind.NotAllowed, $"'{name}' must be one of {allowed}."));
            return null;
        }

        return Enum.GetValues<T>()[index];
    }

    private string? Text(string name)
    {
        var spec = ParameterCatalogue.Find(name)!;
        if (!TryGet(spec, out var value))
        {
            return null;
        }

        if (!TryString(value, out var text))
        {
            WrongType(spec, value);
            return null;
        }

        if (spec.Required && string.IsNullOrWhiteSpace(text))
        {
            _faults.Add(new ParameterFault(name, ParameterFaultKind.Empty, $"'{name}' must not be empty."));
        }
        else if (_profile.PromptLimit is { } limit && CodePoints(text) > limit)
        {
            _faults.Add(new ParameterFault(name, ParameterFaultKind.TooLong, $"'{name}' must have at most {limit} characters."));
        }

        return text;
    }

    private long? Number(string name)
    {
        var spec = ParameterCatalogue.Find(name)!;
        if (!TryGet(spec, out var value))
        {
            return null;
        }

        if (!TryInteger(value, out var number))
        {
            WrongType(spec, value);
            return null;
        }

        if (_profile.SeedRange == SeedRange.Upstream && number is < 0 or > int.MaxValue)
        {
            _faults.Add(new ParameterFault(name, ParameterFaultKind.OutOfRange, $"'{name}' must lie between 0 and 2147483647."));
        }

        return number;
    }

    private bool TryGet(ParameterSpec spec, out JsonElement value)
    {
        if (!_members.TryGetValue(spec.Name, out value))
        {
            var mayDefault = _profile.OmittedParameters == OmittedParameters.Default && spec.Default is not null;
            if (spec.Required && !mayDefault)
            {
                _faults.Add(new ParameterFault(spec.Name, ParameterFaultKind.Missing, $"'{spec.Name}' is required."));
            }

            return false;
        }

        if (value.ValueKind == JsonValueKind.Null)
        {
            if (!spec.Nullable)
            {
                _faults.Add(new ParameterFault(spec.Name, ParameterFaultKind.Null, $"'{spec.Name}' must not be null."));
            }

            return false;
        }

        return true;
    }

    private bool TryInteger(JsonElement value, out long number)
    {
        number = 0;
        if (value.ValueKind == JsonValueKind.String)
        {
            return _profile.NumbersAsText == NumbersAsText.Accept
                && TryString(value, out var text)
                && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
        }

        if (value.ValueKind != JsonValueKind.Number)
        {
            return false;
        }

        if (value.TryGetInt64(out number))
        {
            return true;
        }

        // 5.0 and 5e0 are integers by value; JSON Schema counts them as such.
        return _profile.IntegerForms == IntegerForms.ByValue && WholeNumber.TryRead(value.GetRawText(), out number);
    }

    private static bool TryString(JsonElement value, out string text)
    {
        text = "";
        if (value.ValueKind != JsonValueKind.String)
        {
            return false;
        }

        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // An escaped lone surrogate is legal JSON text that no UTF-16 string can hold: not usable as a value.
            return false;
        }
    }

    private static string? NameOf(JsonProperty member)
    {
        try
        {
            return member.Name;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static RequestReading Unreadable(ParameterFaultKind kind, string message) =>
        new(new VideoRequest { Prompt = "" }, [new ParameterFault("", kind, message)]);

    private void WrongType(ParameterSpec spec, JsonElement value)
    {
        var wanted = spec.Type == ParameterType.Integer ? "an integer" : "a string";
        var seen = value.ValueKind.ToString().ToLowerInvariant();
        _faults.Add(new ParameterFault(spec.Name, ParameterFaultKind.WrongType, $"'{spec.Name}' must be {wanted}, not {seen}."));
    }

    private static int CodePoints(string text)
    {
        var count = 0;
        foreach (var _ in text.EnumerateRunes())
        {
            count++;
        }

        return count;
    }
}

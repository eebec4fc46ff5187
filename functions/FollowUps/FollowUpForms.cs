using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;
using Alleviation.Functions.Codes;

namespace Alleviation.Functions.FollowUps;

/// <summary>The forms of seeds/forms.</summary>
public sealed class FollowUpForms
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    private readonly FrozenDictionary<string, FollowUpForm> _forms;

    public FollowUpForms(SeedFolder seeds)
    {
        All =
        [
            .. Directory.EnumerateFiles(seeds.PathOf("forms"), "*.json")
                .Order(StringComparer.Ordinal)
                .Select(file => JsonSerializer.Deserialize<FollowUpForm>(File.ReadAllBytes(file), Options)
                    ?? throw new InvalidOperationException($"The form {Path.GetFileName(file)} is empty.")),
        ];
        _forms = All.ToFrozenDictionary(form => form.Code, StringComparer.Ordinal);
    }

    public IReadOnlyList<FollowUpForm> All { get; }

    public FollowUpForm? Find(string code) => _forms.GetValueOrDefault(code);
}
